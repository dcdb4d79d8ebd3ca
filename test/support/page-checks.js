/* global document, window, getComputedStyle, NodeFilter */
'use strict';

/** What a reader of the page would see amiss. Runs in the browser. */
window.pageChecks = { overlaps, lowContrasts, sidewaysScroll, texts };

/** Texts that lie on each other. */
function overlaps() {
  const boxes = shownTexts().flatMap(({ text, node }) => linesOf(node).map((box) => ({ text, ...box })));
  const found = [];
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 1 && height > 1) found.push(`"${a.text}" and "${b.text}"`);
    }
  }
  return found;
}

/** Texts with less contrast to what is behind them than WCAG AA asks for. */
function lowContrasts() {
  return shownTexts().flatMap(({ text, element }) => {
    const behind = backgroundOf(element);
    const ratio = contrast(over(rgba(getComputedStyle(element).color), behind), behind);
    return ratio < 4.5 ? [`"${text}": ${ratio.toFixed(2)}`] : [];
  });
}

/** By how much the page is wider than its window. */
function sidewaysScroll() {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

function texts() {
  return shownTexts().map(({ text }) => text);
}

function shownTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (text !== '' && linesOf(node).length > 0) found.push({ text, node, element: node.parentElement });
  }
  return found;
}

/** The boxes of the letters: a line's own box is higher, and may reach into its neighbours. */
function linesOf(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 1 && height > 1)
    .map(({ left, right, top, bottom }) => {
      const shrink = (bottom - top) * 0.2;
      return { left, right, top: top + shrink, bottom: bottom - shrink };
    });
}

function backgroundOf(element) {
  const layers = [];
  for (let each = element; each; each = each.parentElement) layers.push(rgba(getComputedStyle(each).backgroundColor));
  return layers.reduceRight((behind, layer) => over(layer, behind), [255, 255, 255, 1]);
}

function over([red, green, blue, alpha], behind) {
  return [red, green, blue].map((value, index) => value * alpha + behind[index] * (1 - alpha)).concat(1);
}

/** Any color of CSS, by way of a pixel. */
function rgba(color) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
