// Addresses of this page's views and of the API.

const { root, api } = document.documentElement.dataset;

/** The path below which the views are, with a slash at the end. */
export const ROOT = root;

/** The path below which the API is, with a slash at the end. */
export const API = api;

/**
 * Makes an address of a path and parameters. Parameters without a value are left out; a list gives its parameter several times.
 * @param {string} base ROOT or API.
 * @param {string} path The path below it; its parts are encoded by the caller.
 * @param {Record<string, unknown>} [parameters]
 */
export function addressOf(base, path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '' && one !== false) {
        query.append(name, String(one));
      }
    }
  }

  const text = query.toString();
  return base + path + (text ? `?${text}` : '');
}

/** The address of a view. */
export const viewOf = (path, parameters) => addressOf(ROOT, path, parameters);

/** The address of an issue's view. */
export const issueView = (id, parameters) => viewOf(`issues/${encodeURIComponent(id)}`, parameters);

/** The address of an article's view. */
export const articleView = (id, parameters) => viewOf(`articles/${encodeURIComponent(id)}`, parameters);
