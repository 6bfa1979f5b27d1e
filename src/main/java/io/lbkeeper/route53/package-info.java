/**
 * The Camel component {@code aws2-route53}: Amazon Route 53 from a route, in the shape of Camel's own aws2 family.
 * Law: Camel, the AWS SDK and java.* only, so that it can be used, and moved, alone. It reads and changes records
 * for whoever asks and knows nothing about why. What it could not read it reports by an exception, never as absent.
 */
package io.lbkeeper.route53;
