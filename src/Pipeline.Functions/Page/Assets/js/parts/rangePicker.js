// Chooses a range of days: by a preset, or by its two ends.

import { h } from '../core/dom.js';
import { endingWith, PRESETS } from '../core/range.js';

/**
 * Makes the picker.
 * @param {object} options
 * @param {{ from: string, to: string }} options.range What is chosen.
 * @param {{ from: string, to: string }} options.extent The days of all articles; presets end with the last of them.
 * @param {(range: { from: string, to: string }) => string} options.addressOf The address of the view with another range.
 * @param {(address: string) => void} options.go Goes to an address.
 */
export function rangePicker({ range, extent, addressOf, go }) {
  const presets = [...PRESETS.map(({ name, days }) => ({ name, range: endingWith(extent.to, days) })), { name: 'All', range: { from: extent.from, to: extent.to } }];
  const ends = ['from', 'to'].map((end) => h('input', { type: 'date', value: range[end], required: true, name: end }));
  return h('form', {
    class: 'range-picker', 'aria-label': 'Range of days', onsubmit: (event) => {
      event.preventDefault();
      const [from, to] = ends.map((input) => input.value).sort();
      go(addressOf({ from, to }));
    },
  },
  h('div', { class: 'presets' }, presets.map((preset) => h('a', {
    href: addressOf(preset.range), id: `preset-${preset.name}`, class: 'preset', 'aria-current': preset.range.from === range.from && preset.range.to === range.to && 'true',
  }, preset.name))),
  h('label', null, 'From ', ends[0]), h('label', null, 'to ', ends[1]), h('button', { id: 'show-range' }, 'Show'));
}
