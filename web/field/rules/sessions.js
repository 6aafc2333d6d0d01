/* When a session may begin and end, when an observation may have happened, how a visit stands. Moments in milliseconds. */
import { fault } from "./details.js";
import { lengthOf, trimmed } from "./text.js";
import { local } from "./times.js";

const MINUTE = 60_000;

/** A session begins now or began earlier. `limits`: the visits of the reference section. */
export function beginFaults(beganAt, { now, limits }) {
  if (beganAt > now + limits.clock_slack_minutes * MINUTE) return [fault("sessions.fault.begins_in_the_future", "began_at")];
  if (local(beganAt, "UTC").year < limits.earliest_year) {
    return [fault("sessions.fault.too_early", "began_at", { year: limits.earliest_year })];
  }
  return [];
}

/** A session ends after it began, not in the future, within the longest; far before its plan only with a reason. */
export function endFaults(beganAt, endedAt, { plannedEnd = null, earlyReason = "", now, limits }) {
  if (endedAt <= beganAt) return [fault("sessions.fault.ends_before_it_began", "ended_at")];
  if (endedAt > now + limits.clock_slack_minutes * MINUTE) return [fault("sessions.fault.ends_in_the_future", "ended_at")];
  if (endedAt - beganAt > limits.longest_hours * 60 * MINUTE) {
    return [fault("sessions.fault.too_long", "ended_at", { hours: limits.longest_hours })];
  }
  if (early(endedAt, plannedEnd, limits) && lengthOf(trimmed(earlyReason)) < limits.fewest_reason_letters) {
    return [fault("sessions.fault.early_reason", "early_reason", { minutes: limits.early_minutes })];
  }
  return [];
}

/** Whether a session ends so much before its plan that somebody will ask why. */
export function early(endedAt, plannedEnd, limits) {
  return plannedEnd !== null && plannedEnd - endedAt >= limits.early_minutes * MINUTE;
}

/** Observations happen within their session, by a clock that may be a few minutes off. Without `now` the future is not asked. */
export function happenedFaults(happenedAt, { beganAt, endedAt = null, now = null, limits }) {
  const slack = limits.clock_slack_minutes * MINUTE;
  if (now !== null && happenedAt > now + slack) return [fault("behaviour.fault.in_the_future", "at")];
  if (happenedAt < beganAt - slack) return [fault("behaviour.fault.before_the_session", "at")];
  if (endedAt !== null && happenedAt > endedAt + slack) return [fault("behaviour.fault.after_the_session", "at")];
  return [];
}

/** How a visit stands: a fact of its session and of its calling off. */
export function standing({ beginsAt, endsAt, calledOff = "", beganAt = null, endedAt = null, now }) {
  if (endedAt !== null) return "kept";
  if (beganAt !== null) return "running";
  if (calledOff) return calledOff;
  if (now >= endsAt) return "missed";
  return now >= beginsAt ? "due" : "planned";
}
