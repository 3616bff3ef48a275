"use strict";
// Azurite looks for an entity among all that have its row key, partition by partition, so that where many partitions have a
// row of the same name, each read and write of one takes longer with every partition. Here it looks among those of its partition
// where these are fewer. Both are found by indexes that Azurite keeps; what is found stays the same.

const Store = require("azurite/dist/src/table/persistence/LokiTableMetadataStore").default;

/** Returns how many entities have a key, as the index sees it: at least those that have this very key. */
function count(entities, property, key) {
  if (!entities.binaryIndices[property]) {
    return Infinity; // A table that an older version saved.
  }

  const [first, last] = entities.calculateRange("$eq", property, key);
  return last - first + 1;
}

const getEntityCollection = Store.prototype.getEntityCollection;

Store.prototype.getEntityCollection = function (...names) {
  const entities = getEntityCollection.apply(this, names);
  if (!Object.hasOwn(entities, "findOne")) {
    const find = entities.findOne;

    // Not enumerable, so that it is not saved with the data. The first property of a query is the one whose index is used.
    Object.defineProperty(entities, "findOne", {
      value: ({ PartitionKey, RowKey, ...others }) =>
        find.call(
          entities,
          count(entities, "PartitionKey", PartitionKey) < count(entities, "RowKey", RowKey)
            ? { PartitionKey, RowKey, ...others }
            : { RowKey, PartitionKey, ...others },
        ),
    });
  }

  return entities;
};
