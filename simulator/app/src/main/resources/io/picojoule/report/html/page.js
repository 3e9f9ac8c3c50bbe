// What a page can do beyond being read: light or dark, and values under the pointer.
"use strict";
{
  // Light or dark: as the system has it until the switch is pressed.
  const theme = document.getElementById("theme");
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme ?? (systemIsDark.matches ? "dark" : "light")) === "dark";
  const nameTheme = () => (theme.textContent = isDark() ? "Light" : "Dark");
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  systemIsDark.addEventListener("change", nameTheme);
  nameTheme();
  theme.hidden = false;

  // Values: of a part of a chart, or of whatever else has one to show.
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  document.body.append(tip);
  const ofPart = (part) => {
    const title = part.querySelector("title"); // removed, or the browser would show it as well
    if (title) {
      part.dataset.tip = title.textContent;
      title.remove();
    }
    return part.dataset.tip;
  };
  const place = (event) => {
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(event.clientX + 14, innerWidth - width - 8);
    const top = event.clientY + 20 + height > innerHeight ? event.clientY - height - 12 : event.clientY + 20;
    tip.style.translate = `${Math.max(8, left)}px ${Math.max(8, top)}px`;
  };
  document.addEventListener("pointerover", (event) => {
    const part = event.target.closest(".tip, [data-tip]");
    tip.hidden = !part;
    if (!tip.hidden) {
      tip.textContent = ofPart(part);
      place(event);
    }
  });
  document.addEventListener("pointermove", (event) => tip.hidden || place(event));
  document.addEventListener("pointerleave", () => (tip.hidden = true));
  addEventListener("keydown", (event) => event.key === "Escape" && (tip.hidden = true));
}
