import { pathText, type Path } from './errors.js';

/** What is said about a place, with the place in front: `tiers[2].upTo: must be …`; without a place as it is. */
export function placed(path: Path, text: string, colon = ': '): string {
  return path.length === 0 ? text : `${pathText(path)}${colon}${text}`;
}
