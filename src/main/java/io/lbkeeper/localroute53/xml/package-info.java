/**
 * Zones, records and health checks as Route 53's documents, in and out.
 * Law: a body that the schema does not allow is a {@code Refusal}. Reaches {@code zone} and {@code health} only.
 */
package io.lbkeeper.localroute53.xml;
