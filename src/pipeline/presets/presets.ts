import { classicStages } from './classicStages.js';
import { cnFourStages } from './cnFourStages.js';
import { cnSixStages } from './cnSixStages.js';
import { hubspotLike } from './hubspotLike.js';
import { projectSelling } from './projectSelling.js';
import { salesforceLike } from './salesforceLike.js';

/**
 * The pipelines to begin with, by their codes. All allow every move, and creation in any open stage. Chances are starting
 * values: those of one's own history are better.
 */
export const presets: {
  readonly 'classic-7-stage': typeof classicStages;
  readonly 'cn-6-stage': typeof cnSixStages;
  readonly 'cn-4-stage': typeof cnFourStages;
  readonly 'project-selling': typeof projectSelling;
  readonly 'hubspot-like': typeof hubspotLike;
  readonly 'salesforce-like': typeof salesforceLike;
} = {
  'classic-7-stage': classicStages,
  'cn-6-stage': cnSixStages,
  'cn-4-stage': cnFourStages,
  'project-selling': projectSelling,
  'hubspot-like': hubspotLike,
  'salesforce-like': salesforceLike,
};
