import type * as en from '../en/pipeline.js';

/** 商机管道错误代码的中文文本。`{name}` 由同名参数替换。 */
export const pipelineErrors: Record<keyof typeof en.pipelineErrors, string> = {
  'pipeline.closing': '此类结束阶段必须为 {expected}，实际为 {value}',
  'pipeline.duplicateDeal': '每个商机只能出现一次，{id} 重复',
  'pipeline.order': '每个进行中的阶段必须有序号，且大于前一个，实际为 {value}',
  'pipeline.probability': '必须在 0 与 1 之间，实际为 {value}',
  'pipeline.unknownStage': '必须为 {expected}，实际为 {stage}',
};
