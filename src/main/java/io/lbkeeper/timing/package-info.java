/**
 * What keeps the service going by itself: the timer behind {@code timer:} and the watchdog over the cycles.
 * Law: only the monotonic clock counts here, and a pause of the whole process is nobody's fault.
 */
package io.lbkeeper.timing;
