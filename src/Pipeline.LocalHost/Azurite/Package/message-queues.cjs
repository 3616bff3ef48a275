"use strict";
// In Azurite each message costs more the more there are. Whenever one is taken, looked at, changed or deleted, it looks among all
// for ones that are past their time, and puts all in order again even where there is none; and it does so again for those that were
// taken. Here it looks once the first of them is past its time, for all queues at once, and those that were taken are put in their
// places alone. Messages that it saved and read again Azurite keeps for ever; here they expire too. All else stays as it is.

const Store = require("azurite/dist/src/queue/persistence/LokiQueueMetadataStore").default;

const messagesOf = (store) => store.db.getCollection(store.MESSAGES_COLLECTION);

// A text where the message was saved and read again.
const expiryOf = ({ expirationTime }) => new Date(expirationTime).getTime();

/** Returns the time at which the first of a store's messages expires, or an earlier one: it may have been deleted since. */
function nextExpiry(store) {
  store.nextMessageExpiry ??= messagesOf(store).data.reduce((first, message) => Math.min(first, expiryOf(message)), Infinity);
  return store.nextMessageExpiry;
}

const { init, insertMessage } = Store.prototype;

Store.prototype.init = async function () {
  await init.call(this);
  const messages = messagesOf(this);
  const update = messages.update;

  // Not enumerable, so that it is not saved with the data.
  Object.defineProperty(messages, "update", {
    value: (changed) => (Array.isArray(changed) ? changed.forEach((message) => update.call(messages, message)) : update.call(messages, changed)),
  });
};

Store.prototype.insertMessage = function (message, ...rest) {
  this.nextMessageExpiry = Math.min(nextExpiry(this), expiryOf(message));
  return insertMessage.call(this, message, ...rest);
};

Store.prototype.clearExpiredMessages = async function (account, queue, context) {
  this.checkQueueExist(account, queue, context);
  const now = Date.now();
  if (now < nextExpiry(this)) {
    return;
  }

  const messages = messagesOf(this);
  const expired = messages.data.filter((message) => expiryOf(message) <= now);
  if (expired.length > 0) {
    messages.remove(expired);
  }

  this.nextMessageExpiry = undefined;
};
