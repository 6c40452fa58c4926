import type { Amounts } from './amounts.js';
import type { BoundCondition } from './boundCondition.js';
import type { CompiledCondition } from './compileCondition.js';
import { type Drawn, type NotDrawn, sizeOf } from './drawCondition.js';
import type { ExclusionGroup } from './procedure.js';

/** A member of a group with its reduction for the buyer; a surcharge is a negative one. */
interface Member<N> {
  readonly one: CompiledCondition;
  readonly reduction: N;
}

/** Chooses the members of each exclusion group that stay, at the step of its first member. */
export class GroupChoice<N> {
  private readonly kept = new Map<string, ReadonlySet<CompiledCondition>>();
  private readonly excluded = new Set<string>();

  constructor(
    private readonly groups: ReadonlyMap<string, ExclusionGroup>,
    private readonly steps: readonly BoundCondition<N>[],
    private readonly amounts: Amounts<N>,
    private readonly draw: (one: BoundCondition<N>) => Drawn<N> | NotDrawn,
  ) {}

  /** Why a member does not stay; `null` where it does. */
  whyNot(one: CompiledCondition, code: string): 'lostInGroup' | 'groupExcluded' | null {
    if (this.excluded.has(code)) return 'groupExcluded';
    let kept = this.kept.get(code);
    if (kept === undefined) {
      const staying = this.stayingIn(code);
      kept = new Set(staying.map((member) => member.one));
      this.kept.set(code, kept);
      this.exclude(this.groups.get(code)!, staying);
    }
    return kept.has(one) ? null : 'lostInGroup';
  }

  private stayingIn(code: string): readonly Member<N>[] {
    const { keep, count = 1, zero = 'compete' } = this.groups.get(code)!;
    const { amounts } = this;
    const members = this.steps.flatMap((bound): Member<N>[] => {
      const { one } = bound;
      if (one.condition.group !== code || one.hidden !== null) return [];
      const drawn = this.draw(bound);
      if (typeof drawn === 'string') return [];
      const size = sizeOf(drawn, amounts);
      const { kind } = one.condition;
      const reduction =
        kind === 'discount' ? size : kind === 'surcharge' ? amounts.minus(amounts.zero, size) : amounts.zero;
      const isNothing = amounts.compare(size, amounts.zero) === 0 && drawn.free === undefined;
      return zero === 'ignore' && isNothing ? [] : [{ one, reduction }];
    });
    const order = {
      best: (a: Member<N>, b: Member<N>) => amounts.compare(b.reduction, a.reduction),
      worst: (a: Member<N>, b: Member<N>) => amounts.compare(a.reduction, b.reduction),
      first: () => 0,
      priority: (a: Member<N>, b: Member<N>) => (b.one.condition.priority ?? 0) - (a.one.condition.priority ?? 0),
    }[keep];
    return members.toSorted(order).slice(0, count);
  }

  private exclude({ excludes = [], excludesBy = 'presence' }: ExclusionGroup, staying: readonly Member<N>[]): void {
    if (staying.length === 0) return;
    for (const other of excludes) {
      if (this.kept.has(other)) continue;
      const isStronger = (): boolean =>
        this.amounts.compare(this.total(staying), this.total(this.stayingIn(other))) >= 0;
      if (excludesBy === 'presence' || isStronger()) this.excluded.add(other);
    }
  }

  private total(members: readonly Member<N>[]): N {
    let sum = this.amounts.zero;
    for (const { reduction } of members) sum = this.amounts.plus(sum, reduction);
    return sum;
  }
}
