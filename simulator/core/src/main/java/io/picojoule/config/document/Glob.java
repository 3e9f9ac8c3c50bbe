package io.picojoule.config.document;

/** Patterns in which {@code *} stands for any text, slashes too. */
public final class Glob {
    private Glob() {}

    /** Whether the pattern is more than a name. */
    public static boolean isGlob(String pattern) {
        return pattern.indexOf('*') >= 0;
    }

    public static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
