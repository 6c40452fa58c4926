/** English texts of the commission's error codes. `{name}` is replaced by the param of that name. */
export const commissionErrors = {
  'plan.unknownField': 'is not a field of a plan',
  'plan.overlap': 'must not overlap version {other} of plan {planId}: both hold on {on}',
  'plan.componentId': 'must name exactly one component, got {id}',
  'plan.quotaMissing': 'must name a quota of the plan, because {user} needs one',
  'plan.basisMissing': 'must not be a part of the {basis}: there is none here',
  'plan.axisMode': 'must be {expected}, got {value}',
  'plan.baseMode': 'must be marginal or whole without flats where the rate multiplies another quantity than its axis',
  'plan.cells': 'must have {expected} cells, one for each combination of the dimensions, got {value}',
  'plan.dimension': 'must be {expected}, got {value}',
  'plan.hurdleOrder': 'must be the first modifier of a component, because another rate replaces what was earned',
  'plan.span': 'must not be shorter than {period}, the period of the plan, got {value}',
  'columns.type': 'must be {expected}',
  'columns.length': 'must have {expected} cells, got {value}',
  'columns.scale': 'must be an integer from 0 to {max}, got {value}',
  'columns.offset': 'must ascend from 0 to {expected}, the number of cells',
  'columns.currency': 'must be given, because the plans are in {currencies}',
  'run.periodBorder': 'must be a border of the periods of plan {planId}, got {date}',
  'payee.duplicate': 'must name one payee only, got {id} again',
  'assignment.plan': 'must name a plan of the run, got {planId}',
  'assignment.payee': 'must name a payee of the run, got {payeeId}',
  'assignment.overlap': 'must not overlap assignment {other} of {payeeId} to {planId}',
  'assignment.targetMissing': 'must give a target pay, because plan {planId} pays parts of it',
  'run.payee': 'must name a payee of the run, got {payeeId}',
  'run.plan': 'must name a plan of the run, got {planId}',
  'adjustment.duplicate': 'must not repeat the id {id}',
  'score.duplicate': 'must not differ from an earlier score of {payeeId} for {name} on {period}',
  'quota.missing': 'must have an amount: neither the assignment nor its role {role} nor the quota has one',
  'quota.negative': 'must not be negative, got {value}',
  'quota.seasonality': 'must have {expected} weights, got {value}',
  'contest.prizes': 'must have ranks from 1 on, each once, and no negative amount, got {amount} for rank {rank}',
  'contest.period': 'must be at least a day and end by {end}, within twelve calendar months, got {from} to {to}',
  'pool.member': 'must be a member of the pool, once: {payeeId}',
  'pool.basis': 'must be given, because the pool is a part of it',
  'statement.unknown': 'must name a statement of the run: {payeeId} has none for {period}',
  'component.unknown': 'must name a component of plan {planId}, got {componentId}',
  'inverse.measure': 'must name a component whose measure is a sum of sales, got {kind}',
  'inverse.increment': 'must be greater than 0, and whole for a number of deals, got {value}',
  'inverse.shift': 'must be a whole number of periods from 1 on, got {value}',
  'transaction.unknown': 'must name a transaction of the run, got {transactionId}',
  'share.sum': 'must add up to 1 in {field}, got {sum}',
  'share.capNegative': 'must not be negative, got {value}',
  'share.rateNegative': 'must not be negative, got {value}',
  'marginWaterfall.margin': 'must leave a price: a margin below 1 or a markup above -1, got a {basis} of {value}',
  'receivable.duplicate': 'must name one claim only, got {id} again',
  'amortise.months': 'must be a whole number of months from 1 to {max}, got {value}',
  'amortise.life':
    'must be a whole number of months from 1 to {max}, because renewals are not paid for like the first contract, got {value}',
  'amortise.pattern': 'must have a weight for each of the {expected} months, got {value}',
  'amortise.change': 'must be a multiple of {step} from {from} to below {below}, got {value}',
  'amortise.writeOff': 'must not come before {start}, got {value}',
} as const;

/** English texts of the steps of explanations. */
export const commissionExplanations = {
  'credit.owner': 'transaction {transactionId}, all to its owner',
  'credit.split': 'share {share} of transaction {transactionId} as {kind}',
  'credit.derived':
    'share {share} of transaction {transactionId} as {kind}, level {level} by rule {rule} over {relation} on {hierarchyOn}',
  'quota.sum': 'quota from {start} to {end}',
  'quota.rounded': 'rounded to {increment}',
  'quota.base': 'part of the span in {amount} a {per}',
  'quota.factor': 'times the factor {factor}',
  'quota.ramp': 'times the mean {steps} / {months} of the months of the ramp',
  'quota.relief': 'times {left} of {of} days after relief',
  'quota.proration': 'times {days} of {of} days assigned',
  'target.sum': 'target pay from {start} to {end}',
  'target.share': 'times the share {share} of the component',
} as const;

/** English texts of rejected rows. */
export const commissionRejections = {
  'row.fieldInvalid': 'must be {expected}, got {value}',
  'row.amountInvalid': 'must be {expected}, got {value}',
  'row.dateInvalid': 'must be {expected}, got {value}',
  'row.currencyUnknown': 'must be {expected}, got {value}',
  'row.payeeUnknown': 'must be a payee of the run, got {payeeId}',
  'row.noOwner': 'must have a payee or splits, has neither',
  'row.twoOwners': 'must have a payee or splits, has both',
  'row.shareNegative': 'must not be negative, got {value}',
  'row.duplicateId': 'stands for {rows} rows that do not say the same',
  'row.reversalUnknown': 'must be an accepted transaction that reverses none, got {reverses}',
  'row.reversalSign': 'must have the opposite sign of {reverses}, got {value}',
  'row.reversalExceeds': 'takes back {value}, more than the {rest} left of {reverses}',
  'row.rateNone': 'the rate table has no row for it',
  'row.rateAmbiguous': 'the rate table has several rows for it',
  'row.creditNone': 'the territory table has no row for it',
  'row.creditAmbiguous': 'the territory table has several rows for it',
  'row.payoutShare': 'component {componentId} has amounts that cannot be paid on another share than it counts',
  'row.splitSum': 'the shares must add up to 1, got {sum}',
  'row.dateMissing': '{field} is missing',
  'row.fieldMissing': '{field} is missing',
  'row.divideByZero': 'the measure divides by zero',
  'row.matrixKey': '{field} must be a key of the matrix, got {value}',
  'row.unassigned': '{payeeId} has no assignment on {date}',
  'quota.zero': 'quota {quota} is zero',
} as const;

/** English texts of the findings of a run and of plans. */
export const commissionFindings = {
  'adjustment.unpaid':
    'adjustment {id} of {payeeId} is in no statement of plan {planId}, because there is no assignment',
  'opening.unsettled': 'the {balance} of {payeeId} is in no statement of plan {planId}, because there is no assignment',
  'plan.noVersion':
    'no version of plan {planId} answers for the period that starts on {period}, so nobody is paid for it',
  'gate.unknown': 'whether the gate is open is not known, so it counts as closed',
  'axis.undefined': 'the axis has no value in this span',
  'gate.deadZone':
    'component {componentId} pays the same from {from} to {to} of its {unit}, because the hurdle stays closed',
  'gate.nonMonotone': 'at {at} of the {unit} of component {componentId} more sales close the gate',
  'cap.regressive':
    'the rate rises to {rate} at {at}, where pay of {total} ({unit}) has reached the cap of {limit}: it is never earned',
  'override.over100': 'all shares and rates on one amount add up to {total}, more than 1, for example for {example}',
  'cap.beforeFloor': 'comes behind the cap at position {cap} of the list and can lift pay over it',
  'kicker.duplicate': 'has the condition of an earlier milestone, {of}',
  'overlay.unbounded': 'overlay shares may add up to anything, and no cap limits component {componentId}',
  'quota.unused': 'nothing is measured against quota {quota}',
  'component.unreachable': 'no row passes the condition of component {componentId}',
  'component.overlap': 'component {componentId} can pay on the same row as {with}, such as {example}',
  'plan.midPeriodChange':
    'the version changes on {date}, inside the {period} from {start} to {end}; the period is paid by {versionBy}',
  'attainment.roundedBounds':
    'rounding attainment to {increment} ({mode}) lets the next tier begin at {begins} instead of {bound}',
  'rounding.lossy': 'rounding changes pay by more than the last unit of a total, because of {cause}: {value}',
} as const;

/** English texts of the reasons why an amount cannot be credited. */
export const commissionReasons = {
  splitSum: 'the revenue shares must add up to 1, got {sum}',
  noWeight: 'none of the members {members} has a weight',
  noTiers: 'component {componentId} has no tiers on its measure',
  lastTier: 'component {componentId} is in its last tier',
  cap: 'a cap holds pay back',
  gate: 'a gate holds pay back',
  flatTop: 'more sales do not raise pay',
  max: 'the most that may be sold does not earn it',
  uncovered: 'nobody bears {amount} of the loss of {loss}: the caps allow {borne}',
} as const;
