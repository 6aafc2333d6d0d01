/* Reading a pattern: the part of regular expressions that everybody reads alike (alongside/questionnaires/patterns.py). */
const LONGEST = 1000; // characters
const DEEPEST = 30;
const MOST_TIMES = 500;
const CLASSES = {
  d: [[48, 57]],
  w: [[48, 57], [65, 90], [95, 95], [97, 122]],
  s: [[9, 13], [32, 32], [160, 160], [5760, 5760], [8192, 8202], [8232, 8233], [8239, 8239], [8287, 8287], [12288, 12288], [65279, 65279]],
};
const LINES = [[10, 10], [13, 13], [8232, 8233]];
const CONTROLS = { t: 9, n: 10, v: 11, f: 12, r: 13 };
const SIGNS = "^$\\.*+?()[]{}|/";
const TIMES = /\{(\d{1,3})(,(\d{1,3})?)?\}/uy;
const HEX = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})/uy;

/** A pattern that is not read alike everywhere ("unlike"), or has too many states ("large"). */
export class Cannot extends Error {}

const set = (ranges, others = false) => ({ kind: "set", ranges, others });
const only = (code) => set([[code, code]]);

/** Whether a character (its code point) is one of a node's. */
export const has = (node, character) => node.kind === "set" && node.ranges.some(([first, last]) => first <= character && character <= last) !== node.others;

/** The tree of a pattern. Anchors may stand where they say nothing: around a whole alternative. */
export function parsed(text) {
  if ([...text].length > LONGEST) throw new Cannot("large");
  const reading = new Reading(text);
  const found = reading.choice(0);
  if (reading.at < reading.signs.length) throw new Cannot("unlike");
  return found;
}

class Reading {
  constructor(text) {
    this.signs = [...text];
    this.at = 0;
  }

  sees(sign) {
    return this.signs[this.at] === sign;
  }

  takes(sign) {
    if (!this.sees(sign)) return false;
    this.at += 1;
    return true;
  }

  one() {
    if (this.at >= this.signs.length) throw new Cannot("unlike");
    return this.signs[this.at++];
  }

  choice(depth) {
    if (depth > DEEPEST) throw new Cannot("large");
    const parts = [this.row(depth)];
    while (this.takes("|")) parts.push(this.row(depth));
    return parts.length === 1 ? parts[0] : { kind: "any", parts };
  }

  row(depth) {
    const parts = [];
    if (!depth) this.takes("^");
    while (this.at < this.signs.length && !this.sees("|") && !this.sees(")")) {
      if (!depth && this.sees("$") && [undefined, "|"].includes(this.signs[this.at + 1])) {
        this.at += 1;
        break;
      }
      parts.push(this.times(this.atom(depth)));
    }
    return { kind: "all", parts };
  }

  atom(depth) {
    if (this.takes("(")) {
      if (this.takes("?") && !this.takes(":")) throw new Cannot("unlike");
      const found = this.choice(depth + 1);
      if (!this.takes(")")) throw new Cannot("unlike");
      return found;
    }
    const sign = this.one();
    if (sign === "[") return this.oneOf();
    if (sign === ".") return set(LINES, true);
    if (sign === "\\") return this.escaped(SIGNS);
    if (SIGNS.includes(sign) && sign !== "/") throw new Cannot("unlike");
    return only(sign.codePointAt(0));
  }

  times(node) {
    let [least, most] = [1, 1];
    if (this.takes("*")) [least, most] = [0, null];
    else if (this.takes("+")) [least, most] = [1, null];
    else if (this.takes("?")) [least, most] = [0, 1];
    else if (this.sees("{")) [least, most] = this.counted();
    else return node;
    this.takes("?"); // lazy or not, the whole text fits or it does not
    if (["*", "+", "?", "{"].some((sign) => this.sees(sign))) throw new Cannot("unlike");
    return { kind: "times", parts: [node], least, most };
  }

  counted() {
    const found = this.matches(TIMES);
    if (!found) throw new Cannot("unlike");
    const least = Number(found[1]);
    const most = !found[2] ? least : found[3] ? Number(found[3]) : null;
    if (most !== null && most < least) throw new Cannot("unlike");
    if (least > MOST_TIMES || most > MOST_TIMES) throw new Cannot("large");
    return [least, most];
  }

  matches(wanted) {
    const rest = this.signs.slice(this.at).join("");
    wanted.lastIndex = 0;
    const found = wanted.exec(rest);
    if (found) this.at += found[0].length;
    return found;
  }

  escaped(signs) {
    const hex = this.matches(HEX);
    if (hex) return only(Number.parseInt(hex[1] ?? hex[2], 16));
    const sign = this.one();
    if (Object.hasOwn(CLASSES, sign.toLowerCase())) return set(CLASSES[sign.toLowerCase()], sign !== sign.toLowerCase());
    if (Object.hasOwn(CONTROLS, sign)) return only(CONTROLS[sign]);
    if (!signs.includes(sign)) throw new Cannot("unlike");
    return only(sign.codePointAt(0));
  }

  oneOf() {
    const others = this.takes("^");
    const ranges = [];
    if (this.sees("]")) throw new Cannot("unlike");
    while (!this.takes("]")) {
      const first = this.member();
      if (this.sees("-") && this.signs[this.at + 1] !== "]") {
        this.at += 1;
        ranges.push(between(first, this.member()));
      } else ranges.push(...(first.others ? inverse(first.ranges) : first.ranges));
    }
    return set(ranges, others);
  }

  member() {
    const sign = this.one();
    if (sign === "\\") return this.escaped(`${SIGNS}-`);
    if (sign === "[") throw new Cannot("unlike");
    return only(sign.codePointAt(0));
  }
}

function between(first, last) {
  const ends = [...first.ranges, ...last.ranges];
  const single = ends.length === 2 && ends.every(([from, to]) => from === to);
  if (first.others || last.others || !single || ends[0][0] > ends[1][0]) throw new Cannot("unlike");
  return [ends[0][0], ends[1][0]];
}

function inverse(ranges) {
  const edges = [-1, ...ranges.flat(), 0x110000];
  return Array.from({ length: edges.length / 2 }, (_, n) => [edges[2 * n] + 1, edges[2 * n + 1] - 1]);
}
