/* Opens a dialog named by [data-dialog] and closes it by [data-close]. Without this script the link goes to a page. */
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog instanceof HTMLDialogElement) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.target.closest("[data-close]")) {
    event.target.closest("dialog")?.close();
  } else if (event.target instanceof HTMLDialogElement) {
    event.target.close(); // a click on the backdrop
  }
});
