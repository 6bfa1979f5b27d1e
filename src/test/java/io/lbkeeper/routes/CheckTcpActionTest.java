package io.lbkeeper.routes;

/** A TCP connection stands in for the check. */
class CheckTcpActionTest extends CheckProbeTestBase {
    @Override
    String kind() {
        return "tcp";
    }
}
