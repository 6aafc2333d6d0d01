/* The one script a page links: each behavior is a file of its own and sleeps where its elements are missing. */
import "./clock.js";
import "./cover.js";
import "./dialog.js";
import "./graph.js";
import "./keep-text.js";
import "./looks.js";
import "./menu.js";
import "./plan-card.js";
import "./print.js";
import "./shortcuts.js";
import "./tabs.js";
import "./tap.js";
