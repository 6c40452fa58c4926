const format = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A ratio such as `0.8889` as `88.9%`; text in, so that no digit is lost before rounding. */
export function percent(ratio: string | null | undefined): string {
  return ratio === null || ratio === undefined ? '–' : format.format(ratio as `${number}`);
}
