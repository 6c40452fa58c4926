import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** The look of all plots. */
const config: NonNullable<TopLevelSpec['config']> = {
  font: 'system-ui, sans-serif',
  background: '#ffffff',
  view: { stroke: null },
  title: { anchor: 'start', fontSize: 16, subtitleFontSize: 12, subtitleColor: '#5b6472', offset: 14 },
  axis: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titleColor: '#5b6472',
    gridColor: '#e6e9ee',
  },
  legend: { labelFontSize: 12, labelLimit: 400, titleFontSize: 12, orient: 'top', title: null },
  range: { category: ['#2458a6', '#e08a1e', '#3a9188', '#a23b55', '#7a68a6'] },
};

/** A plot as SVG, drawn without a browser: the same bytes whatever was drawn before. */
export async function plot(spec: TopLevelSpec): Promise<string> {
  vega.resetSVGDefIds();
  const { spec: compiled } = compile({ ...spec, config });
  return new vega.View(vega.parse(compiled), { renderer: 'none' }).toSVG();
}
