import { type Decimal, minus, plus, ZERO } from '../../core/decimal.js';
import type { CompiledCondition } from './compileCondition.js';
import { type Drawn, type NotDrawn, sizeOf } from './drawCondition.js';
import type { ExclusionGroup } from './procedure.js';

/** A member of a group with its reduction for the buyer; a surcharge is a negative one. */
interface Member {
  readonly one: CompiledCondition;
  readonly reduction: Decimal;
}

/** Chooses the members of each exclusion group that stay, at the step of its first member. */
export class GroupChoice {
  private readonly kept = new Map<string, ReadonlySet<CompiledCondition>>();
  private readonly excluded = new Set<string>();

  constructor(
    private readonly groups: ReadonlyMap<string, ExclusionGroup>,
    private readonly steps: readonly CompiledCondition[],
    private readonly draw: (one: CompiledCondition) => Drawn | NotDrawn,
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

  private stayingIn(code: string): readonly Member[] {
    const { keep, count = 1, zero = 'compete' } = this.groups.get(code)!;
    const members = this.steps.flatMap((one): Member[] => {
      if (one.condition.group !== code || one.hidden !== null) return [];
      const drawn = this.draw(one);
      if (typeof drawn === 'string') return [];
      const size = sizeOf(drawn);
      const reduction =
        one.condition.kind === 'surcharge' ? size.neg() : one.condition.kind === 'discount' ? size : ZERO;
      return zero === 'ignore' && size.isZero() && drawn.free === undefined ? [] : [{ one, reduction }];
    });
    const order = {
      best: (a: Member, b: Member) => b.reduction.cmp(a.reduction),
      worst: (a: Member, b: Member) => a.reduction.cmp(b.reduction),
      first: () => 0,
      priority: (a: Member, b: Member) => (b.one.condition.priority ?? 0) - (a.one.condition.priority ?? 0),
    }[keep];
    return members.toSorted(order).slice(0, count);
  }

  private exclude({ excludes = [], excludesBy = 'presence' }: ExclusionGroup, staying: readonly Member[]): void {
    if (staying.length === 0) return;
    for (const other of excludes) {
      if (this.kept.has(other)) continue;
      if (excludesBy === 'presence' || minus(total(staying), total(this.stayingIn(other))).gte(0))
        this.excluded.add(other);
    }
  }
}

function total(members: readonly Member[]): Decimal {
  return members.reduce((sum, { reduction }) => plus(sum, reduction), ZERO);
}
