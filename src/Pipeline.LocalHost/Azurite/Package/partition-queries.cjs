"use strict";
// Azurite answers each query of a table by trying its filter on every entity of the table, so that a query of one partition
// takes longer with every entity of all the others. Here the filter is tried on the entities of the partitions only that it
// asks for, found by the index that Azurite keeps of partition keys. A query without a filter has all entities put in order for
// each of its pages: here those of the partitions that the page is of. What a query answers stays the same.

const interpreter = "azurite/dist/src/table/persistence/QueryInterpreter";
const parseQuery = require(`${interpreter}/QueryParser`).default;
const AndNode = require(`${interpreter}/QueryNodes/AndNode`).default;
const ConstantNode = require(`${interpreter}/QueryNodes/ConstantNode`).default;
const IdentifierNode = require(`${interpreter}/QueryNodes/IdentifierNode`).default;
const Store = require("azurite/dist/src/table/persistence/LokiTableMetadataStore").default;

// The index puts keys that read as numbers before all others. A range whose keys all begin with the same letter has none; an
// "I" may begin "Infinity".
const NEVER_A_NUMBER = /^[A-HJ-Za-z]/;

/** Returns the condition on the partition key that each entity meets for which a filter holds; null where there is none. */
function partitionsOf(filter) {
  let low = null;
  let high = null;
  const unread = [parseQuery(filter)];
  while (unread.length > 0) {
    const node = unread.pop();
    if (node instanceof AndNode) {
      unread.push(node.left, node.right);
    } else if (node.left instanceof IdentifierNode && node.left.identifier === "PartitionKey" && node.right instanceof ConstantNode && typeof node.right.value === "string") {
      const key = node.right.value;
      switch (node.name) {
        case "eq":
          return { $eq: key };
        case "ge":
        case "gt":
          low = key;
          break;
        case "le":
        case "lt":
          high = key;
          break;
      }
    }
  }

  return low !== null && high !== null && low[0] === high[0] && NEVER_A_NUMBER.test(low) ? { $between: [low, high] } : null;
}

/** Returns the condition on the partition key that each entity of a page meets; null where the index is in another order than the page. */
function partitionsOfPage(entities, from, size) {
  const places = entities.binaryIndices.PartitionKey?.values ?? [];
  const keyAt = (place) => entities.data[places[place]].PartitionKey;
  if (places.length <= size || !Number.isNaN(Number(keyAt(0)))) {
    return null;
  }

  const last = places.length - 1;
  if (from === undefined) {
    return { $between: [keyAt(0), keyAt(Math.min(size, last))] };
  }

  // The first place behind the partition where the page begins.
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyAt(middle) > from) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }

  return { $between: [from, low > last ? from : keyAt(Math.min(low + size, last))] };
}

const queryAll = Store.prototype.queryTableEntities;

Store.prototype.queryTableEntities = function (context, account, table, options, nextPartitionKey, nextRowKey) {
  let partitions = null;
  try {
    partitions = options.filter
      ? partitionsOf(options.filter)
      : partitionsOfPage(
          this.getEntityCollection(account, table, context),
          this.decodeContinuationHeader(nextPartitionKey),
          this.getMaxResultsOption(options),
        );
  } catch {
    // Not a filter, or no table: Azurite says so itself.
  }

  if (partitions === null) {
    return queryAll.call(this, context, account, table, options, nextPartitionKey, nextRowKey);
  }

  const narrowed = Object.create(this, {
    getEntityCollection: {
      value: (...names) => {
        const entities = this.getEntityCollection(...names);
        return { chain: () => entities.chain().find({ PartitionKey: partitions }) };
      },
    },
  });
  return queryAll.call(narrowed, context, account, table, options, nextPartitionKey, nextRowKey);
};
