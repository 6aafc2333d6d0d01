/* A page that is drawn anew between press and release takes the key away from under the thumb: the browser then sees no
   click, and a tap that somebody made is not counted. So drawing waits for the release. */
const LONGEST = 5000; // milliseconds: a release that does not come by then went somewhere else
const AFTER = 80; // milliseconds: of a touch, the click comes a little after the release

/** `act` at once where nothing is pressed, and else soon after the release; wishes of the meantime are one. */
export function onRelease(act) {
  const pressed = new Set();
  let owed = null;
  const settle = (wait) => {
    clearTimeout(owed);
    owed = setTimeout(() => ((owed = null), act()), wait);
  };
  const down = (name) => pressed.add(name);
  const up = (name) => pressed.delete(name) && !pressed.size && owed && settle(AFTER);
  const listen = (type, heard) => addEventListener(type, heard, { capture: true, passive: true });
  listen("pointerdown", ({ pointerId }) => down(pointerId));
  for (const type of ["pointerup", "pointercancel"]) listen(type, ({ pointerId }) => up(pointerId));
  listen("keydown", ({ key }) => [" ", "Enter"].includes(key) && down(key));
  listen("keyup", ({ key }) => up(key));
  listen("blur", ({ target }) => target === window && [...pressed].forEach(up));
  return () => (pressed.size ? owed || settle(LONGEST) : act());
}
