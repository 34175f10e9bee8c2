// Messages: a bubble at a field that was refused, and toasts for everything else.

import { element, icon } from "./dom.js";

const toasts = document.getElementById("toasts");
let bubble = null;

export function showBubble(field, text) {
  hideBubble();
  const box = field.getBoundingClientRect();
  bubble = element("div", { class: "bubble", role: "alert", text });
  document.body.append(bubble);
  const below = box.bottom + 6;
  const top = below + bubble.offsetHeight < innerHeight ? below : box.top - bubble.offsetHeight - 6;
  bubble.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bubble.offsetWidth - 8))}px`;
  bubble.style.top = `${top}px`;
}

export function hideBubble() {
  bubble?.remove();
  bubble = null;
}

/** @param {{ title: string, text?: string, sign?: string, error?: boolean, act?: { label: string, run(): void }, seconds?: number }} message */
export function toast({ title, text = "", sign = "i-save", error = false, act = null, seconds = error ? 9 : 4 }) {
  const tools = element("span", { class: "tools" });
  const box = element("div", { class: `toast${error ? " error" : ""}` }, icon(error ? "i-warn" : act ? "i-undo" : sign), element("strong", { text: title }), tools);
  if (text) box.append(element("p", { text }));
  if (act) {
    tools.append(element("button", { class: "tool act", text: act.label }));
    tools.lastChild.addEventListener("click", () => { box.remove(); act.run(); });
  }
  tools.append(element("button", { class: "tool", "aria-label": "Dismiss" }, icon("i-close")));
  tools.lastChild.addEventListener("click", () => box.remove());
  toasts.append(box);
  while (toasts.childElementCount > 3) toasts.firstChild.remove();
  setTimeout(() => box.remove(), seconds * 1000);
}

/** @returns {boolean} whether there were any */
export function dismissToasts() {
  const any = toasts.childElementCount > 0;
  toasts.replaceChildren();
  return any;
}

/** A call that failed, as the host's structured error says it. */
export const failed = (what, error) => toast({ title: `${what}: ${error.remoteType?.split(".").at(-1) ?? error.code ?? error.name}`, text: error.message, error: true });
