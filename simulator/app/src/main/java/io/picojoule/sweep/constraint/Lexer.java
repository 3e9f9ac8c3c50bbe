package io.picojoule.sweep.constraint;

import io.picojoule.config.document.Dimension;
import io.picojoule.config.document.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts an expression into words. */
final class Lexer {
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not");
    private static final List<String> SYMBOLS = List.of("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")");

    private final String source;
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    enum Type {
        NUMBER,
        NAME,
        QUOTED,
        SYMBOL,
        END
    }

    /** A word of the expression, with its place from {@code start} to before {@code end}. */
    record Token(Type type, String text, int start, int end) {
        boolean is(String word) {
            return text.equals(word) && (type == Type.SYMBOL || type == Type.NAME);
        }

        boolean isKeyword() {
            return type == Type.NAME && KEYWORDS.contains(text);
        }
    }

    static List<Token> tokens(String source) throws SyntaxFault {
        Lexer lexer = new Lexer(source);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.get(tokens.size() - 1).type() != Type.END);
        return tokens;
    }

    private Token next() throws SyntaxFault {
        at = afterBlanks(at);
        int start = at;
        if (at == source.length()) {
            return new Token(Type.END, "", start, start);
        }
        char c = source.charAt(at);
        if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            return number();
        }
        if (Character.isLetter(c) || c == '_') {
            return name();
        }
        if (c == '"' || c == '\'') {
            int end = source.indexOf(c, at + 1);
            if (end < 0) {
                throw new SyntaxFault(at, "the quote has no end", "another " + c + " is wanted", "'row-stationary'");
            }
            at = end + 1;
            return new Token(Type.QUOTED, source.substring(start + 1, end), start, at);
        }
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                at += symbol.length();
                return new Token(Type.SYMBOL, symbol, start, at);
            }
        }
        throw unknown(c);
    }

    private SyntaxFault unknown(char c) {
        String found = "'" + c + "' means nothing here";
        return switch (c) {
            case '=' -> new SyntaxFault(at, found, "'==' compares", "array.rows == 12");
            case '&' -> new SyntaxFault(at, found, "'and' is wanted", "array.rows >= 8 and array.columns >= 8");
            case '|' -> new SyntaxFault(at, found, "'or' is wanted", "array.rows >= 8 or array.columns >= 8");
            case '!' -> new SyntaxFault(at, found, "'not' or '!=' is wanted", "array.rows != 12");
            default ->
                new SyntaxFault(
                        at,
                        found,
                        "paths, numbers with units, + - * / ( ), < <= > >= == !=, and, or, not are wanted",
                        Parser.EXAMPLE);
        };
    }

    private Token number() throws SyntaxFault {
        int start = at;
        while (isDigit(at) || isAt('.')) {
            at++;
        }
        if (isAt('e') || isAt('E')) {
            int digits = at + 1 < source.length() && "+-".indexOf(source.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
            if (isDigit(digits)) {
                at = digits;
                while (isDigit(at)) {
                    at++;
                }
            }
        }
        String number = source.substring(start, at);
        String unit = unit(number);
        String text = unit.isEmpty() ? number : number + " " + unit;
        if (!Kind.isNumber(Operand.of(text).kind())) {
            throw new SyntaxFault(
                    start, "'" + text + "' is not a number that can be read", "a number is wanted", "512");
        }
        return new Token(Type.NUMBER, text, start, at);
    }

    private String unit(String number) throws SyntaxFault {
        int start = afterBlanks(at);
        int end = start;
        while (end < source.length() && (isLetter(end) || (end > start && isDigit(end)))) {
            end++;
        }
        String unit = source.substring(start, end);
        if (unit.isEmpty() || KEYWORDS.contains(unit)) {
            return "";
        }
        int per = end + 1;
        while (end < source.length() && source.charAt(end) == '/' && per < source.length() && isLetter(per)) {
            per++;
        }
        if (per > end + 1 && isUnit(source.substring(start, per))) {
            unit = source.substring(start, per);
            end = per;
        }
        if (!isUnit(unit)) {
            String fault = Quantity.parse(number + " " + unit, Dimension.SIZE).fault();
            throw new SyntaxFault(start, fault, "a number with or without a unit is wanted", "54 KiB");
        }
        at = end;
        return unit;
    }

    private static boolean isUnit(String text) {
        for (Dimension dimension : Dimension.values()) {
            if (dimension.units().contains(text)) {
                return true;
            }
        }
        return false;
    }

    /** Steps with dots between them or in brackets; a hyphen within a step belongs to it. */
    private Token name() throws SyntaxFault {
        int start = at;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '[') {
                int end = source.indexOf(']', at);
                if (end < 0) {
                    throw new SyntaxFault(
                            at, "the bracket has no end", "']' is wanted", "workload.layers[conv1].stride");
                }
                at = end + 1;
            } else if (isNamePart(at) || ((c == '-' || c == '.') && isNamePart(at + 1))) {
                at++;
            } else {
                break;
            }
        }
        return new Token(Type.NAME, source.substring(start, at), start, at);
    }

    private boolean isNamePart(int index) {
        return index < source.length()
                && (Character.isLetterOrDigit(source.charAt(index)) || source.charAt(index) == '_');
    }

    private boolean isLetter(int index) {
        char c = source.charAt(index);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private boolean isDigit(int index) {
        return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    private boolean isAt(char c) {
        return at < source.length() && source.charAt(at) == c;
    }

    private int afterBlanks(int from) {
        int index = from;
        while (index < source.length() && Character.isWhitespace(source.charAt(index))) {
            index++;
        }
        return index;
    }
}
