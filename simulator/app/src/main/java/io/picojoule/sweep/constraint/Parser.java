package io.picojoule.sweep.constraint;

import io.picojoule.sweep.constraint.Lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression by recursive descent: or, and, not, one comparison, + and -, * and /, what is left. */
final class Parser {
    static final String EXAMPLE = "array.rows * array.columns <= 512";

    /** Longer or deeper expressions are a mistake, and would use up the stack. */
    private static final int LONGEST = 4000;

    private static final int DEEPEST = 100;

    private final String source;
    private final List<Token> tokens;
    private final List<String> names = new ArrayList<>();
    private int next;
    private int depth;

    private Parser(String source) throws SyntaxFault {
        this.source = source;
        if (source.length() > LONGEST) {
            throw new SyntaxFault(
                    LONGEST, "the condition goes on", "at most " + LONGEST + " characters are wanted", EXAMPLE);
        }
        tokens = Lexer.tokens(source);
    }

    /** An expression, and the names in it, each in its slot. */
    record Parsed(Clause clause, List<String> names) {}

    static Parsed parse(String source) throws SyntaxFault {
        Parser parser = new Parser(source);
        Token first = parser.peek();
        Clause clause = parser.clause(parser.either(), first);
        Token rest = parser.peek();
        if (rest.type() != Lexer.Type.END) {
            throw new SyntaxFault(
                    rest.start(),
                    "'" + rest.text() + "' follows a condition that is complete",
                    "an operator before it, or the end, is wanted",
                    EXAMPLE);
        }
        return new Parsed(clause, List.copyOf(parser.names));
    }

    private Node either() throws SyntaxFault {
        Token first = peek();
        Node node = both();
        while (accept("or")) {
            Token second = peek();
            Clause left = clause(node, first);
            Clause right = clause(both(), second);
            node = new Clause.Either(textFrom(first), left, right);
        }
        return node;
    }

    private Node both() throws SyntaxFault {
        Token first = peek();
        Node node = not();
        while (accept("and")) {
            Token second = peek();
            Clause left = clause(node, first);
            Clause right = clause(not(), second);
            node = new Clause.Both(textFrom(first), left, right);
        }
        return node;
    }

    private Node not() throws SyntaxFault {
        if (!accept("not")) {
            return comparison();
        }
        deeper();
        Token first = peek();
        Clause inverse = clause(not(), first).inverse();
        depth--;
        return inverse;
    }

    private Node comparison() throws SyntaxFault {
        Token first = peek();
        Node node = sum();
        Operator operator = operator();
        if (operator == null) {
            return node;
        }
        Token symbol = tokens.get(next++);
        Token second = peek();
        Term left = term(node, first);
        Term right = operator.isOrder() || !isLoneWord() ? term(sum(), second) : word();
        if (operator() != null) {
            throw new SyntaxFault(
                    peek().start(),
                    "'" + peek().text() + "' compares a comparison",
                    "two comparisons with 'and' between them are wanted",
                    "8 <= array.rows and array.rows <= 16");
        }
        return new Clause.Comparison(textFrom(first), left, operator, right, symbol.start() + 1);
    }

    private @Nullable Operator operator() {
        for (Operator operator : Operator.values()) {
            if (peek().is(operator.symbol())) {
                return operator;
            }
        }
        return null;
    }

    /** A name of one step that is all of the right side of {@code ==} or {@code !=} is a word, as it would be in a file. */
    private boolean isLoneWord() {
        Token token = peek();
        if (token.type() != Lexer.Type.NAME || token.isKeyword() || token.text().matches(".*[.\\[].*")) {
            return false;
        }
        Token after = tokens.get(next + 1);
        return after.type() == Lexer.Type.END || after.is(")") || after.is("and") || after.is("or");
    }

    private Term word() {
        Token token = tokens.get(next++);
        return new Term.Literal(token.text(), Operand.word(token.text()), false);
    }

    private Node sum() throws SyntaxFault {
        Token first = peek();
        Node node = product();
        while (peek().is("+") || peek().is("-")) {
            boolean isDifference = tokens.get(next++).is("-");
            Token second = peek();
            Term left = term(node, first);
            Term right = term(product(), second);
            node = new Term.Sum(textFrom(first), left, right, isDifference);
        }
        return node;
    }

    private Node product() throws SyntaxFault {
        Token first = peek();
        Node node = factor();
        while (peek().is("*") || peek().is("/")) {
            boolean isQuotient = tokens.get(next++).is("/");
            Token second = peek();
            Term left = term(node, first);
            Term right = term(factor(), second);
            String text = textFrom(first);
            node = isQuotient ? new Term.Quotient(text, left, right) : new Term.Product(text, left, right);
        }
        return node;
    }

    private Node factor() throws SyntaxFault {
        Token token = tokens.get(next);
        if (accept("-")) {
            deeper();
            Token first = peek();
            Term of = term(factor(), first);
            depth--;
            return new Term.Negation(textFrom(token), of);
        }
        if (accept("(")) {
            deeper();
            Node inner = either();
            if (!accept(")")) {
                throw new SyntaxFault(
                        peek().start(), shown(peek()) + " stands where ')' is wanted", "", "(8 + 4) * 2 <= array.rows");
            }
            depth--;
            return inner;
        }
        if (token.isKeyword() || token.type() == Lexer.Type.SYMBOL || token.type() == Lexer.Type.END) {
            throw new SyntaxFault(
                    token.start(),
                    shown(token) + " stands where a value is wanted",
                    "a path or a number is wanted",
                    EXAMPLE);
        }
        next++;
        return switch (token.type()) {
            case NUMBER -> new Term.Literal(token.text(), Operand.of(token.text()), false);
            case QUOTED -> new Term.Literal(token.text(), Operand.word(token.text()), true);
            default -> name(token.text());
        };
    }

    private Term name(String path) {
        int slot = names.indexOf(path);
        if (slot < 0) {
            slot = names.size();
            names.add(path);
        }
        return new Term.Name(path, slot);
    }

    private Clause clause(Node node, Token at) throws SyntaxFault {
        if (node instanceof Clause clause) {
            return clause;
        }
        throw new SyntaxFault(
                at.start(), "'" + node.text() + "' is compared with nothing", "a comparison is wanted", EXAMPLE);
    }

    private Term term(Node node, Token at) throws SyntaxFault {
        if (node instanceof Term term) {
            return term;
        }
        throw new SyntaxFault(at.start(), "'" + node.text() + "' is a condition", "a value is wanted", EXAMPLE);
    }

    private void deeper() throws SyntaxFault {
        if (++depth > DEEPEST) {
            throw new SyntaxFault(peek().start(), "the condition is nested deeper than " + DEEPEST, "", EXAMPLE);
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean accept(String word) {
        boolean isThere = peek().is(word);
        next += isThere ? 1 : 0;
        return isThere;
    }

    private String textFrom(Token first) {
        return source.substring(first.start(), tokens.get(next - 1).end());
    }

    private static String shown(Token token) {
        return token.type() == Lexer.Type.END ? "the end" : "'" + token.text() + "'";
    }
}
