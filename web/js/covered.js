/* Runs before the page is drawn, as a plain script: says that scripts run, and keeps a covered screen covered. */
document.documentElement.classList.add("scripted");
if (sessionStorage.getItem("covered")) document.documentElement.classList.add("covered");
