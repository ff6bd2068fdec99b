// Opened by Telegram: what it has signed stands behind the #. Taken from there at once, so that it does not stay in the history.
const form = document.querySelector<HTMLFormElement>("#telegram-app");
const signed = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
if (form && signed) {
  history.replaceState(null, "", location.pathname + location.search);
  (form.elements.namedItem("initData") as HTMLInputElement).value = signed;
  document.querySelector("#telegram-elsewhere")?.remove();
  const proxy = (window as { TelegramWebviewProxy?: { postEvent(name: string, data: string): void } }).TelegramWebviewProxy;
  proxy?.postEvent("web_app_expand", "{}");
  if (window.top === window) {
    form.submit();
  } else {
    form.target = "_blank";
    form.hidden = false;
  }
}
