package io.lbkeeper.check;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** Beans that routes call, and their methods. */
final class BeanInspection implements Inspection {
    private static final Pattern IN_SIMPLE = Pattern.compile(
            "\\$\\{bean:([\\w-]+)(?:(?:\\?method=|\\.|::)([\\w]+))?");
    private static final Set<String> WITH_REF = Set.of("bean", "method");

    @Override
    public List<Finding> of(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        Set<String> declared = subject.sights().filter(sight -> sight.key().equals("name") && sight.parent().equals(
                "beans")).map(Sight::text).collect(Collectors.toSet());
        subject.sights().forEach(sight -> {
            if (WITH_REF.contains(sight.key()) && sight.value() instanceof Yaml.Mapping call) {
                findings.addAll(step(subject, sight, call, declared));
            }
            for (MatchResult found : IN_SIMPLE.matcher(sight.text()).results().toList()) {
                findings.addAll(judge(subject, sight.place(), found.group(1), Optional.ofNullable(found.group(2)),
                        declared, found.group()));
            }
        });
        return findings;
    }

    private static List<Finding> step(Subject subject, Sight sight, Yaml.Mapping call, Set<String> declared) {
        Optional<String> method = call.text("method").flatMap(text -> subject.names().resolve(text, sight.file()));
        Place ofMethod = sight.file().at(call.lineOf("method"));
        Optional<String> ref = call.text("ref").flatMap(text -> subject.names().resolve(text, sight.file()));
        if (ref.isPresent()) {
            String bean = ref.get();
            boolean isThere = declared.contains(bean) || subject.bench().bean(bean).isPresent();
            if (method.isEmpty() && sight.key().equals("bean") && subject.bench().beans().contains(bean)) {
                return List.of(Finding.error(sight.place(), "it is not said what " + bean + " shall do", "ref: " + bean,
                        "add method: …"));
            }
            return judge(subject, isThere ? ofMethod : sight.file().at(call.lineOf("ref")), bean, method, declared,
                    isThere ? method.orElse("") : bean);
        }
        Optional<String> type = call.text("beanType");
        if (type.isPresent()) {
            Class<?> known = subject.bench().camel().getClassResolver().resolveClass(type.get());
            return known == null ? List.of(Finding.error(sight.file().at(call.lineOf("beanType")), "there is no class "
                    + type.get(), type.get(), "put its jar into lib/, or mend its name"))
                    : method.map(name -> methods(ofMethod, type.get(), known, name, name)).orElse(List.of());
        }
        return List.of();
    }

    private static List<Finding> judge(Subject subject, Place place, String name, Optional<String> method,
            Set<String> declared, String seen) {
        if (declared.contains(name)) {
            return List.of();
        }
        Optional<Object> bean = subject.bench().bean(name);
        if (bean.isEmpty()) {
            Set<String> known = new TreeSet<>(declared);
            known.addAll(subject.bench().beans());
            return List.of(Finding.error(place, "there is no bean " + name, seen, Meant.by(name, known,
                    "declare it, or mend its name")));
        }
        return method.map(text -> methods(place, name, bean.get().getClass(), text, seen)).orElse(List.of());
    }

    private static List<Finding> methods(Place place, String owner, Class<?> type, String written, String seen) {
        String name = written.replaceFirst("(?s)\\(.*", "").strip();
        List<Method> all = Arrays.stream(type.getMethods()).filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
        List<Method> called = all.stream().filter(method -> method.getName().equals(name)).toList();
        if (called.isEmpty()) {
            return List.of(Finding.error(place, owner + " has no method " + name, seen, Meant.by(name,
                    all.stream().map(Method::getName).collect(Collectors.toSet()), "mend its name")));
        }
        int given = arguments(written);
        boolean fits = given < 0 || called.stream().anyMatch(method -> method.getParameterCount() == given
                || method.getParameterCount() == 1 && method.getParameterTypes()[0] == Exchange.class);
        return fits ? List.of() : List.of(Finding.error(place, owner + "." + name + " is given " + given
                + (given == 1 ? " argument" : " arguments"), seen, "it takes " + called.stream()
                        .map(method -> String.valueOf(method.getParameterCount())).distinct().sorted()
                        .collect(Collectors.joining(" or "))));
    }

    /** How many arguments stand in the brackets; below zero without brackets. */
    private static int arguments(String written) {
        int open = written.indexOf('(');
        if (open < 0) {
            return -1;
        }
        String inside = written.substring(open + 1, Math.max(open + 1, written.lastIndexOf(')'))).strip();
        int arguments = inside.isEmpty() ? 0 : 1;
        int depth = 0;
        boolean quoted = false;
        for (char c : inside.toCharArray()) {
            quoted ^= c == '\'';
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            arguments += c == ',' && depth == 0 && !quoted ? 1 : 0;
        }
        return arguments;
    }
}
