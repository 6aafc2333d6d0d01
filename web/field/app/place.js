/* Where this device is, asked once, when somebody allowed it. */
import { say } from "./words.js";

const PATIENCE = 8000; // milliseconds: nobody waits longer at a door
const ANSWER = 15_000; // milliseconds until a question that nobody answers is over

/** The details of a verification: with a place, or with the reason why there is none. */
export async function whereAmI() {
  if (!navigator.geolocation) return { how: "no_place", exception: "no_signal", reason: say("field.app.verify.no_place") };
  try {
    const { coords } = await new Promise((found, failed) => {
      navigator.geolocation.getCurrentPosition(found, failed, { timeout: PATIENCE, maximumAge: 60_000, enableHighAccuracy: false });
      setTimeout(() => failed({ code: 3 }), ANSWER); // some browsers count from the answer to their question, which may never come
    });
    return { how: "device_place", latitude: round(coords.latitude), longitude: round(coords.longitude), accuracy_m: Math.round(coords.accuracy) };
  } catch (trouble) {
    if (trouble.code === 1) return { how: "place_refused", exception: "other", reason: say("field.app.verify.refused") };
    return { how: "no_place", exception: "no_signal", reason: say("field.app.verify.no_place") };
  }
}

/** The same where somebody does not want the device to be asked: why, as far as they say. */
export function withoutPlace({ exception, place_reason = "" }) {
  return { how: "no_place", ...(exception ? { exception } : {}), reason: place_reason.trim() || say("field.app.verify.not_asked") };
}

const round = (degrees) => Math.round(degrees * 1e5) / 1e5; // about a metre: nothing finer is needed
