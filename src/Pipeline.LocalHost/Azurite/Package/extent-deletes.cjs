"use strict";
// What no blob and no message refers to any more Azurite deletes now and then, one extent after the other, and after each it puts
// all that are left in order again: where there are many, it answers nobody for a minute. Here what is left stays in order, and
// whoever asks is answered between two of them.

const { setImmediate: others } = require("node:timers/promises");
const Store = require("azurite/dist/src/common/persistence/LokiExtentMetadataStore").default;

Store.prototype.deleteExtent = async function (id) {
  const extents = this.db.getCollection(this.EXTENTS_COLLECTION);
  const extent = extents.findOne({ id });
  if (extent !== null) {
    extents.remove(extent);
    await others();
  }
};
