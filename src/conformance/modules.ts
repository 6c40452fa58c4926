/** The public modules by the first word of a call; each is loaded when a case first calls it. */
export const modules: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>> = {
  channel: () => import('../channel/index.js'),
  clv: () => import('../segmentation/clv/index.js'),
  commission: () => import('../commission/index.js'),
  core: () => import('../core/index.js'),
  forecast: () => import('../mechanisms/forecast/index.js'),
  kpi: () => import('../kpi/index.js'),
  lifecycle: () => import('../mechanisms/lifecycle/index.js'),
  pipeline: () => import('../pipeline/index.js'),
  orders: () => import('../orders/index.js'),
  pricing: () => import('../pricing/index.js'),
  team: () => import('../team/index.js'),
  rules: () => import('../mechanisms/rules/index.js'),
  scoring: () => import('../mechanisms/scoring/index.js'),
  segmentation: () => import('../segmentation/index.js'),
};
