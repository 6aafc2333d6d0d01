/* What a tap feels and sounds like: a short vibration always, a chime only where quiet mode is off. */
let context = null;
let quiet = false;

const PATTERNS = { one: 20, less: [10, 40, 10], start: 30, stop: [30, 30, 30], mark: 25, chime: [60, 60, 60], due: [200, 100, 200] };

export const isQuiet = () => quiet;
export const beQuiet = (on) => (quiet = on);

export function feel(name) {
  navigator.vibrate?.(PATTERNS[name] ?? 15);
}

/** The end of an interval: felt, and heard unless quiet. */
export function chime(name = "chime") {
  feel(name);
  if (quiet) return;
  try {
    context ??= new AudioContext();
    const [tone, loud] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = 880;
    loud.gain.setValueAtTime(0.15, context.currentTime);
    loud.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.4);
    tone.connect(loud).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.4);
  } catch {
    context = null; // no sound here: the vibration was felt
  }
}

let awake = null;

/** Keep the screen on while somebody watches intervals: a dark screen sounds and shakes nothing. Let go when it is over. */
export async function stayAwake(on) {
  if (on === Boolean(awake)) return;
  if (!on) {
    const before = awake;
    awake = null;
    return before?.release?.().catch(() => {});
  }
  awake = {};
  awake = await navigator.wakeLock?.request("screen").catch(() => null);
  awake?.addEventListener?.("release", () => (awake = null)); // the screen went dark by hand: asked for again at the next look
}
