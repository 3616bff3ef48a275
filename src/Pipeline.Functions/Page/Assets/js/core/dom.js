// Builds elements. Text goes in as text nodes and attributes as attributes: nothing of an article is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element.
 * @param {string} tag The element's name; with an 'svg:' in front an SVG element.
 * @param {Record<string, any> | null} [attributes] Attributes; `on…` are listeners, `data` the data attributes, `vars` CSS variables;
 * false, null and undefined leave an attribute out, true gives it no value.
 * @param {...any} children Nodes, texts, lists of them; null, undefined and false are left out.
 * @returns {any}
 */
export function h(tag, attributes, ...children) {
  const element = tag.startsWith('svg:') ? document.createElementNS(SVG, tag.slice(4)) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === false || value === null || value === undefined) {
      continue;
    }

    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'data') {
      Object.assign(element.dataset, value);
    } else if (name === 'vars') {
      Object.entries(value).forEach(([variable, one]) => element.style.setProperty(`--${variable}`, one));
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }

  append(element, children);
  return element;
}

/** Puts children in place of those that an element has. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Says something to those who hear the page. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}
