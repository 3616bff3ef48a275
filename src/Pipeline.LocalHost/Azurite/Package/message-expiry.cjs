"use strict";
// Whenever a message is taken, looked at or deleted, Azurite looks among all that wait for ones that are past their time, and
// puts all in order again even where there is none, so that each message costs more the more there are. Here it does so once the
// first of them is past its time.

const Store = require("azurite/dist/src/queue/persistence/LokiQueueMetadataStore").default;

// What was saved and read again is text.
const expiryOf = ({ expirationTime }) => new Date(expirationTime).getTime();

/** Returns the time at which the first of a store's messages expires, or an earlier one: it may have been deleted since. */
function nextExpiry(store) {
  store.nextMessageExpiry ??= store.db.getCollection(store.MESSAGES_COLLECTION).data.reduce((first, message) => Math.min(first, expiryOf(message)), Infinity);
  return store.nextMessageExpiry;
}

const insertMessage = Store.prototype.insertMessage;

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

  const messages = this.db.getCollection(this.MESSAGES_COLLECTION);
  for (const message of messages.data.filter((one) => expiryOf(one) <= now)) {
    messages.remove(message);
  }

  this.nextMessageExpiry = undefined;
};
