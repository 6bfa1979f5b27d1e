/**
 * What came of a rehearsal, for people: a table, a timeline, a page with pictures.
 * Law: it tells what the world, the referee and the trace say and decides nothing; the same run gives the same text.
 */
package io.lbkeeper.rehearsal.report;
