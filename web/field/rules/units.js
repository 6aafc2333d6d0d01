/* Units of 15 minutes: four ways in which payers count them (alongside/notes/rules/units.py). Minutes are whole minutes of service. */

const UNIT = 15;

/** Units of one visit; `earlier` are the minutes of the same service on the same day before it. */
export function units(policy, minutes, earlier = 0) {
  const { count, wholeDay } = POLICIES[policy];
  return wholeDay ? count(earlier + minutes) - count(earlier) : count(minutes);
}

/* A begun unit counts from its eighth minute (CMS Pub. 100-04, chapter 5, section 20.2). */
function eightMinute(minutes) {
  return full(minutes) + Number(minutes % UNIT >= 8);
}

/* A unit counts when more than half of it has passed (AMA midpoint rule). */
function midpoint(minutes) {
  return full(minutes) + Number(minutes % UNIT > UNIT / 2);
}

function full(minutes) {
  return Math.floor(minutes / UNIT);
}

const POLICIES = {
  cms8_total: { count: eightMinute, wholeDay: true },
  midpoint_per_code: { count: midpoint, wholeDay: false },
  floor: { count: full, wholeDay: false },
  cumulative_day: { count: full, wholeDay: true },
};
