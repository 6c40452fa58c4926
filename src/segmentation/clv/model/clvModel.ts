/**
 * Purchases at random intervals until a customer drops out, which may happen after each purchase (Fader, Hardie and Lee, 2005).
 * Rates of purchase are gamma distributed with shape `r` and rate `alpha`, probabilities of dropping out beta with `a` and `b`.
 */
export interface BgNbdModel {
  readonly model: 'bgNbd';
  readonly params: BetaGeometricParams;
}

/** As {@link BgNbdModel}, but a customer may drop out right after the first purchase as well (Batislam, Denizel and Filiztekin, 2007). */
export interface MbgNbdModel {
  readonly model: 'mbgNbd';
  readonly params: BetaGeometricParams;
}

/** Parameters of the two beta-geometric models, each a finite number above 0. */
export interface BetaGeometricParams {
  readonly r: number;
  /** In the unit of time of the histories. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Purchases at random intervals until a customer drops out at a random time (Schmittlein, Morrison and Colombo, 1987). Rates of
 * purchase are gamma distributed with shape `r` and rate `alpha`, rates of dropping out with shape `s` and rate `beta`.
 */
export interface ParetoNbdModel {
  readonly model: 'paretoNbd';
  /** Each a finite number above 0; `alpha` and `beta` in the unit of time of the histories. */
  readonly params: { readonly r: number; readonly alpha: number; readonly s: number; readonly beta: number };
}

/**
 * A purchase or none at each of a row of occasions until a customer drops out (Fader, Hardie and Shang, 2010). Probabilities of
 * a purchase are beta distributed with `alpha` and `beta`, those of dropping out with `gamma` and `delta`.
 */
export interface BgBbModel {
  readonly model: 'bgBb';
  /** Each a finite number above 0. */
  readonly params: { readonly alpha: number; readonly beta: number; readonly gamma: number; readonly delta: number };
}

/**
 * What customers spend a purchase (Fader and Hardie, 2013): gamma distributed about a mean of each customer with shape `p`,
 * and the means spread over customers by `q` and `gamma`.
 */
export interface GammaGammaModel {
  readonly model: 'gammaGamma';
  /** Each a finite number above 0; `gamma` in the unit of money of the spends. */
  readonly params: { readonly p: number; readonly q: number; readonly gamma: number };
}

/**
 * How long customers with a contract stay (Fader and Hardie, 2007): the probability of leaving at a renewal is beta distributed
 * with `alpha` and `beta`.
 */
export interface SBgModel {
  readonly model: 'sBg';
  /** Each a finite number above 0. */
  readonly params: { readonly alpha: number; readonly beta: number };
}

/** A model of purchases in continuous time. */
export type BuyingModel = BgNbdModel | MbgNbdModel | ParetoNbdModel;

/** A model of customer lifetime with its parameters. */
export type ClvModel = BuyingModel | BgBbModel | GammaGammaModel | SBgModel;
