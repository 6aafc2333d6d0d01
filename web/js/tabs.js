/* On a small screen the tab of this page is scrolled into its row: where one is comes before where one could go. */
for (const here of document.querySelectorAll(".tabs > [aria-current]")) {
  const row = here.parentElement;
  row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}
