import type { Decimal } from '../../core/decimal.js';
import type { CompiledComponent } from '../plan/compiledPlan.js';
import type { RateSpan } from '../rate/rateFunction.js';
import type { ComponentSpan, DaySpan } from './grid.js';
import type { PlanFigures } from './planFigures.js';

/** The value of a score of a payee in the span that starts on a day. */
type Scores = (payee: number, start: number, name: string) => Decimal | undefined;

/** What a plan and its assignments say of a payee in a span, computed when asked. */
export class SlotSpan implements RateSpan {
  /** The span alone, for limits of scope `period`. */
  readonly own: DayFigures;
  /** The window, for limits of scope `window`. */
  readonly window: DayFigures;

  constructor(
    private readonly figures: PlanFigures,
    private readonly component: CompiledComponent,
    private readonly payee: number,
    private readonly span: ComponentSpan,
    /** An assignment has a day in the span. */
    readonly active: boolean,
    private readonly scores: Scores,
  ) {
    this.own = new DayFigures(figures, component, payee, span.whole);
    this.window = span.window === span.whole ? this.own : new DayFigures(figures, component, payee, span.window);
  }

  /** Whether the span's component measures against a quota. */
  get hasQuota(): boolean {
    return this.component.component.quota !== undefined;
  }

  /** Quota of the window for `toDate` under `quotaBasis: "window"`, else of the span (to date). */
  quota(): Decimal {
    const { component, accumulate } = this.component;
    if (accumulate !== 'toDate') return this.own.quota();
    if (component.quotaBasis !== 'toDate') return this.window.quota();
    return this.figures.quotaOfPeriods(component.quota ?? '', this.payee, this.toDate());
  }

  target(): Decimal {
    const { component, accumulate } = this.component;
    if (accumulate !== 'toDate') return this.own.target();
    if (component.quotaBasis !== 'toDate') return this.window.target();
    return this.figures.targetOfPeriods(this.payee, this.toDate(), component.targetShare);
  }

  score(name: string): Decimal | undefined {
    return this.scores(this.payee, this.span.whole.start, name);
  }

  private toDate(): DaySpan {
    return { start: this.span.window.start, end: this.span.whole.end };
  }
}

/** Quota and target pay of a payee on the days of a span or window. */
class DayFigures {
  private knownQuota: Decimal | null = null;

  constructor(
    private readonly figures: PlanFigures,
    private readonly component: CompiledComponent,
    private readonly payee: number,
    private readonly days: DaySpan,
  ) {}

  quota(): Decimal {
    return (this.knownQuota ??= this.figures.quota(this.component.component.quota ?? '', this.payee, this.days));
  }

  target(): Decimal {
    return this.figures.target(this.payee, this.days, this.component.component.targetShare);
  }
}
