package org.ringdesk.web.administration;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ringdesk.administration.UserView;
import org.ringdesk.administration.Users;
import org.ringdesk.imports.FaultView;
import org.ringdesk.imports.ImportKind;
import org.ringdesk.imports.ImportState;
import org.ringdesk.imports.ImportView;
import org.ringdesk.imports.Imports;
import org.ringdesk.imports.PreviewView;
import org.ringdesk.shared.intake.IntakeField;
import org.ringdesk.web.page.Attempt;
import org.ringdesk.web.page.Me;
import org.ringdesk.web.page.RefusalTexts;
import org.ringdesk.web.page.Words;

/** Brings a file in: what it is, what would come of it, whether it may go in, how far it is, and those before it. */
@Named
@ViewScoped
public class ImportsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 10;
    private static final int FAULTS = 100;

    @Inject
    private Imports imports;

    @Inject
    private Users users;

    @Inject
    private Attempt attempt;

    @Inject
    private Me me;

    @Inject
    private Words words;

    private ImportKind kind = ImportKind.PRODUCTS;
    private transient @Nullable Part file;
    private @Nullable Long id;
    private int from;
    private long count;
    private @Nullable ImportView job;
    private @Nullable PreviewView preview;
    private List<FaultView> faults = List.of();
    private List<ImportView> jobs = List.of();

    /** With the parameters of the page's address. */
    public void read() {
        Long wanted = id;
        if (wanted != null) {
            attempt.at(null, null, () -> imports.get(wanted), this::show);
        }
        list();
    }

    private void list() {
        count = imports.count();
        jobs = imports.list(from, PAGE);
    }

    private void show(ImportView now) {
        job = now;
        preview = now.state() == ImportState.CHECKED ? imports.preview(now.id()).orElse(null) : null;
        faults = imports.faults(now.id(), 0, FAULTS);
    }

    /** How it stands by now. */
    public void look() {
        ImportView before = job;
        if (before == null) {
            return;
        }
        ImportView now = imports.get(before.id());
        if (now.state() == before.state()) {
            job = now;
        } else {
            show(now);
            list();
        }
    }

    /** @return the page of the file that was taken */
    public @Nullable String upload() {
        Part chosen = file;
        if (chosen == null) {
            attempt.say("upload:file", FacesMessage.SEVERITY_ERROR, words.of("imports.file.none"));
            return null;
        }
        boolean taken = attempt.at(
                "upload:file",
                null,
                () -> imports.upload(kind, name(chosen), content(chosen)),
                uploaded -> id = uploaded.id());
        return taken ? "/administration/imports?faces-redirect=true&import=" + id : null;
    }

    private static String name(Part part) {
        String name = part.getSubmittedFileName();
        return name == null ? "" : name;
    }

    /** One more than are allowed at most, so that the front door can tell. */
    private static byte[] content(Part part) {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(Imports.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start(boolean whole) {
        decide(now -> () -> imports.start(now.id(), now.version(), whole));
    }

    public void discard() {
        decide(now -> () -> imports.discard(now.id(), now.version()));
    }

    private void decide(Function<ImportView, Supplier<ImportView>> decision) {
        ImportView now = job;
        if (now != null && !attempt.at("job:discard", null, decision.apply(now), this::show)) {
            show(imports.get(now.id()));
        }
        list();
    }

    public void moreFaults() {
        ImportView now = job;
        if (now != null) {
            List<FaultView> all = new ArrayList<>(faults);
            all.addAll(imports.faults(now.id(), all.size(), FAULTS));
            faults = all;
        }
    }

    public boolean isMoreFaults() {
        return job != null && faults.size() < Math.min(job.faults(), Imports.MOST_FAULTS);
    }

    public String text(FaultView fault) {
        return RefusalTexts.of(fault.reason(), fault.arguments(), me.getLocale(), me.getZone());
    }

    public String getProblem() {
        String problem = job == null ? null : job.problem();
        return problem == null ? "" : RefusalTexts.of(problem, List.of(), me.getLocale(), me.getZone());
    }

    public String by(ImportView one) {
        return users.find(one.createdBy()).map(UserView::displayName).orElse(one.createdBy());
    }

    /** The columns of the kind; those that must be there with a star. */
    public String columns(ImportKind of) {
        return imports.fields(of).stream()
                .map((IntakeField f) -> f.required() ? f.name() + '*' : f.name())
                .collect(Collectors.joining(", "));
    }

    public String example(ImportKind of) {
        return of.name().toLowerCase(Locale.ROOT) + ".csv";
    }

    public int getMostBytes() {
        return Imports.MOST_BYTES;
    }

    public List<ImportKind> getKinds() {
        return List.of(ImportKind.values());
    }

    public ImportKind getKind() {
        return kind;
    }

    public void setKind(ImportKind chosen) {
        kind = chosen;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part chosen) {
        file = chosen;
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(@Nullable Long wanted) {
        id = wanted;
    }

    public int getFrom() {
        return from;
    }

    public void setFrom(int first) {
        from = Math.max(0, first);
    }

    public int getNewer() {
        return Math.max(0, from - PAGE);
    }

    public int getOlder() {
        return from + PAGE;
    }

    public long getCount() {
        return count;
    }

    public @Nullable ImportView getJob() {
        return job;
    }

    public @Nullable PreviewView getPreview() {
        return preview;
    }

    public List<FaultView> getFaults() {
        return faults;
    }

    public List<ImportView> getJobs() {
        return jobs;
    }
}
