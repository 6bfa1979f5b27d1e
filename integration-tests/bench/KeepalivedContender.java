package bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.Net;
import network.Running;

/**
 * keepalived on both machines, by VRRP in unicast; who becomes its master has a script change the record. Equal
 * priorities, so that the name stays where it is. One looks at HAProxy by a script, the other is told of its exit.
 */
final class KeepalivedContender implements Contender {
    private static final String CONFIG = """
            global_defs {
              router_id %1$s
              script_user root
              vrrp_version 3
            }
            track_file by-hand {
              file "%2$s/%1$s-by-hand"
              weight 1
              init_file 0 overwrite
            }
            %3$s
            vrrp_instance lb {
              state BACKUP
              interface eth0
              virtual_router_id 51
              priority 100
              advert_int %4$s
              unicast_src_ip %5$s
              unicast_peer {
                %6$s
              }
              virtual_ipaddress {
                192.0.2.1/32 dev lo
              }
              %7$s
              track_file {
                by-hand
              }
              notify_master "%8$s"
            }
            """;
    private static final String SCRIPT = """
            vrrp_script haproxy {
              script "/usr/bin/curl -sf -o /dev/null -m %1$d http://127.0.0.1/"
              interval %2$d
              timeout %1$d
              fall %3$d
              rise 1
            }
            """;
    private static final String EXIT = """
            track_file exit {
              file "%s/%s-exited"
              weight 0
              init_file 0 overwrite
            }
            """;
    private final boolean isByEvent;

    private KeepalivedContender(boolean isByEvent) {
        this.isByEvent = isByEvent;
    }

    static KeepalivedContender byScript() {
        return new KeepalivedContender(false);
    }

    static KeepalivedContender byEvent() {
        return new KeepalivedContender(true);
    }

    @Override
    public String name() {
        return isByEvent ? "keepalived-exit" : "keepalived";
    }

    @Override
    public List<String> packages() {
        return List.of("keepalived", "curl");
    }

    @Override
    public Running start(Site site, String machine) {
        String other = machine.equals("lb1") ? "lb2" : "lb1";
        Setting setting = site.setting;
        String looks = isByEvent ? EXIT.formatted(site.folder, machine) : SCRIPT.formatted(setting.timeout()
                .toSeconds(), setting.interval().toSeconds(), setting.fall());
        String advert = isByEvent ? "0.1" : String.valueOf(setting.interval().toSeconds());
        Path config = site.write(machine + "-keepalived.conf", CONFIG.formatted(machine, site.folder, looks, advert,
                Net.address(machine), Net.address(other), isByEvent ? "track_file {\n    exit\n  }"
                : "track_script {\n    haproxy\n  }", Provider.CURL.script(site, machine)));
        String pids = site.folder.resolve(machine + "-keepalived").toString();
        return Running.start(site.net.namespace(machine), machine + "'s keepalived", site.folder.resolve(machine
                + "-keepalived.log"), Map.of(), List.of("keepalived", "--dont-fork", "--log-console", "--vrrp", "-f",
                config.toString(), "-p", pids + ".pid", "-r", pids + "-vrrp.pid"));
    }

    /** Whoever is in charge by VRRP has the name: after a cut it may be one, and the name at the other. */
    @Override
    public boolean isReady(Site site, String machine) {
        String state = site.machine(machine).agentNews().stream().filter(line -> line.contains(") Entering "))
                .reduce("", (before, line) -> line);
        return state.contains(" MASTER STATE") == site.answers().now().equals(Net.address(machine));
    }

    /** As ExecStartPre and ExecStopPost of HAProxy's unit would. */
    @Override
    public List<String> haproxyWrapper(Site site, String machine) {
        return isByEvent ? Stream.of("sh", "-c", "echo 0 >\"$0\"; \"$@\"; echo 1 >\"$0\"", site.folder.resolve(machine
                + "-exited").toString()).toList() : List.of();
    }

    /** The one that has it lowers its priority as far as it goes: it resigns, and the other one need not wait. */
    @Override
    public HandOver handOver(Site site, String from, String to) {
        long typed = System.nanoTime();
        site.write(from + "-by-hand", "-254\n");
        return new HandOver(typed, System.nanoTime());
    }

    @Override
    public void forgetHandOver(Site site) {
        site.machines().forEach(machine -> site.write(machine.name + "-by-hand", "0\n"));
    }
}
