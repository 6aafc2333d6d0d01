/* Where one is in the app. The way back is the browser's own; nothing of it stands in an address or in the history on disk. */
const ways = [];
let show = () => {};

/** Begin with `draw`, which is called with the page's name and what it is about. */
export function begin(draw, name) {
  show = draw;
  ways.splice(0, ways.length, { name, about: {} });
  history.replaceState({ at: 0 }, "");
  addEventListener("popstate", (event) => {
    const at = Math.min(event.state?.at ?? 0, ways.length - 1);
    ways.length = at + 1;
    draw(ways[at]);
  });
  draw(ways[0]);
}

/** One step on. */
export function go(name, about = {}) {
  ways.push({ name, about });
  history.pushState({ at: ways.length - 1 }, "");
  show(ways.at(-1));
}

/** Another page in the place of this one: one does not go back to a form that was sent. */
export function instead(name, about = {}) {
  ways[ways.length - 1] = { name, about };
  show(ways.at(-1));
}

/** Everything behind is forgotten, as after locking. */
export function afresh(name, about = {}) {
  ways.splice(0, ways.length, { name, about });
  history.replaceState({ at: 0 }, "");
  show(ways[0]);
}

export const back = () => (ways.length > 1 ? history.back() : afresh("today"));
export const here = () => ways.at(-1);
