package org.ringdesk.web.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringdesk.orders.NoteView;
import org.ringdesk.orders.OrderTerms;
import org.ringdesk.orders.OrderView;

/** Notes about the order on the screen, and one being typed. */
@Named
@RequestScoped
public class NoteForm {
    /** Whose eyes a note is for. */
    public enum Kind {
        INTERNAL,
        EXTERNAL,
        PRINTED
    }

    @Inject
    private OrderTerms terms;

    @Inject
    private OrderPanel panel;

    private @Nullable List<NoteView> notes;
    private int position;
    private Kind kind = Kind.INTERNAL;
    private @Nullable String text;

    public List<NoteView> getNotes() {
        if (notes == null) {
            notes = terms.notes(panel.getOrder().number());
        }
        return notes;
    }

    public void add() {
        OrderView order = panel.getOrder();
        String typed = text == null ? "" : text;
        if (panel.command(
                "notes:text",
                () -> terms.note(
                        order.number(),
                        order.version(),
                        position == 0 ? null : position,
                        typed,
                        kind == Kind.INTERNAL,
                        kind == Kind.PRINTED))) {
            text = null;
            notes = null;
        }
    }

    public void remove(long note) {
        OrderView order = panel.getOrder();
        panel.command("notes:text", () -> terms.removeNote(order.number(), order.version(), note));
        notes = null;
    }

    public Kind kind(NoteView note) {
        return note.printed() ? Kind.PRINTED : note.internal() ? Kind.INTERNAL : Kind.EXTERNAL;
    }

    public List<Kind> getKinds() {
        return List.of(Kind.values());
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind kind) {
        this.kind = kind;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
