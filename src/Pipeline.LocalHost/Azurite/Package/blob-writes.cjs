"use strict";
// Tells of each blob that was written, a line of standard output each, so that whoever started this process need not list a
// container to see what is new: a listing costs Azurite more with each blob that is there.

const Store = require("azurite/dist/src/blob/persistence/LokiBlobMetadataStore").default;

// Whatever encoding the reader takes standard output for.
const inAscii = (text) => text.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

function tell({ containerName, name, snapshot, isCommitted, properties: { etag, blobType } }) {
  if (snapshot === "" && isCommitted) {
    process.stdout.write(`Blob written: ${inAscii(JSON.stringify([containerName, name, etag, blobType]))}\n`);
  }
}

const init = Store.prototype.init;

Store.prototype.init = async function () {
  await init.call(this);
  const blobs = this.db.getCollection(this.BLOBS_COLLECTION);
  blobs.on("insert", tell);
  blobs.on("update", tell);
};
