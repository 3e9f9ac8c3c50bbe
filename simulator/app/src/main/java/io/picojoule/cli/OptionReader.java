package io.picojoule.cli;

import io.picojoule.config.document.Names;
import io.picojoule.config.document.Origin;
import io.picojoule.config.document.Place;
import io.picojoule.config.document.Problem;
import io.picojoule.config.document.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of options as {@code --set run.KEY} reads them, with the same limits and in the same words. */
final class OptionReader {
    private static final Pattern DIGITS = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?) ?(ms|s|min)");
    private static final int LONGEST = 18;

    private final Problems problems;

    OptionReader(Problems problems) {
        this.problems = problems;
    }

    /** What stands between the commas, each of it something. */
    List<String> split(String option, List<String> texts, String wanted, String example) {
        List<String> parts = new ArrayList<>();
        for (String text : texts) {
            for (String part : text.split(",", -1)) {
                if (part.isBlank()) {
                    refuse(option, text, text.isBlank() ? "nothing is there" : "a part is empty", wanted, example);
                } else {
                    parts.add(part.strip());
                }
            }
        }
        return parts.stream().distinct().toList();
    }

    /** A whole number; {@code least} stands in for what is wrong. */
    long whole(String option, String text, long least, long most, String example) {
        String wanted = range(least, most);
        boolean isWhole = DIGITS.matcher(text).matches();
        if (!isWhole) {
            refuse(option, text, "\"" + text + "\" is not a whole number", wanted, example);
            return least;
        }
        boolean negative = text.startsWith("-");
        boolean fits = text.length() <= LONGEST;
        if (negative || fits && Long.parseLong(text) < least) {
            refuse(option, text, text + " is too small", wanted, example);
            return least;
        }
        if (!fits || Long.parseLong(text) > most) {
            refuse(option, text, text + " is too large", wanted, example);
            return least;
        }
        return Long.parseLong(text);
    }

    static String range(long least, long most) {
        return "a whole number from " + least + " to " + most + " is wanted";
    }

    /** A time with its unit; nothing stands in for what is wrong. */
    Optional<Duration> duration(String option, String text, String example) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            refuse(option, text, "\"" + text + "\" is not a time", "a number with ms, s or min is wanted", example);
            return Optional.empty();
        }
        double number = Double.parseDouble(matcher.group(1));
        double milliseconds = switch (matcher.group(2)) {
            case "ms" -> number;
            case "s" -> number * 1_000;
            default -> number * 60_000;
        };
        return Optional.of(Duration.ofMillis((long) milliseconds));
    }

    /** Reports a name that is not among the known ones, with what may have been meant. */
    void refuseUnknown(String option, String name, String found, Collection<String> known) {
        String near = Names.near(name, known).stream()
                .findFirst()
                .map(each -> "did you mean '" + each + "'? ")
                .orElse("");
        refuse(option, name, found, near + "known: " + String.join(", ", known), "");
    }

    void refuse(String option, String text, String found, String wanted, String example) {
        Place place = Place.of(new Origin.CommandLine(option + " " + CommandText.quoted(text)));
        Problem problem = new Problem(place, "", found, wanted, example);
        problems.add(problem);
    }
}
