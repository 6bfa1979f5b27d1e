/**
 * Builds the AWS client from the component's options.
 * Law: as the package above; the one place that sets time-outs, retries, the proxy and trust.
 */
package io.lbkeeper.route53.client;
