"use strict";
// Stands for the packages that Azurite only needs for telemetry and for keeping its data in a SQL database.
// Neither is ever turned on here, and without them the installation is a sixth of the size.
