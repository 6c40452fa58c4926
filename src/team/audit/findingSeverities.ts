/** Every severity of a finding, the worst first. */
export const FINDING_SEVERITIES = ['critical', 'major', 'minor'] as const;
