package io.suturescope.app.agent;

import io.suturescope.app.store.CommandChange;
import io.suturescope.app.store.CommandJournal;
import io.suturescope.app.store.CommandRecord;
import io.suturescope.model.control.CommandOutcome;
import io.suturescope.model.control.CommandState;
import io.suturescope.model.control.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Takes commands through the states of control-protocol.md 9.2, and tells only what was read back.
///
/// A command is written down as sent before its first byte leaves. It is sent again only with the
/// same bytes, and only after its agent has signed that it never came. Of one thread; several
/// programs may work on one journal.
public final class CommandRunner {

  private static final Duration BETWEEN_POLLS = Duration.ofMillis(300);
  private static final int MOST_BACK_OFF = 60;
  private static final int MOST_RESENDS = 3;
  private static final int MOST_REFUSALS = 4;

  private final CommandJournal journal;
  private final Clock clock;
  private final Pause pause;

  public CommandRunner(CommandJournal journal, Clock clock, Pause pause) {
    this.journal = journal;
    this.clock = clock;
    this.pause = pause;
  }

  /// Writes an order down, for {@link #run} or {@link #withdraw}.
  ///
  /// @param instance the agent's life that the operator saw
  public CommandRecord queue(
      AgentClient agent, String instance, Order order, String operator, String reason) {
    return journal.add(
        new CommandJournal.Draft(
            newId(),
            agent.entry().name(),
            instance,
            order.kind(),
            OrderJson.body(order, operator, reason),
            order.target(),
            operator,
            reason));
  }

  /// A UUID of version 7: the ids of the journal sort by time.
  private String newId() {
    UUID random = UUID.randomUUID();
    long high = (clock.millis() << 16) | 0x7000 | (random.getMostSignificantBits() & 0x0fff);
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }

  /// Takes back what was not sent yet.
  public boolean withdraw(CommandRecord command) {
    return command.state() == CommandState.QUEUED
        && journal.move(command, CommandChange.to(CommandState.ABANDONED, "withdrawn"));
  }

  /// Works on a command until it is finished or the patience is at its end; what is queued is sent
  /// in any case.
  public CommandOutcome run(AgentClient agent, String id, Duration patience)
      throws InterruptedException {
    Instant end = clock.instant().plus(patience);
    // Nothing was tried yet: what is unknown from an earlier start is asked about at once.
    int idle = -1;
    CommandRecord command = journal.find(id).orElseThrow();
    while (!command.state().finished()) {
      Instant due = due(command, idle);
      if (command.state() != CommandState.QUEUED && due.isAfter(end)) {
        return notYet(command);
      }
      sleepUntil(due);
      step(agent, command);
      CommandRecord next = journal.find(id).orElseThrow();
      idle = next.state() == command.state() ? Math.max(idle, 0) + 1 : 0;
      command = next;
    }
    return new ReadBack(agent).outcome(command);
  }

  /// When the next step is due: at once, except after a refusal that named a time, between polls,
  /// and with growing distance while nobody answers.
  private Instant due(CommandRecord command, int idle) {
    Instant now = clock.instant();
    return switch (command.state()) {
      case UNKNOWN ->
          idle < 0 ? now : now.plusSeconds(Math.min(MOST_BACK_OFF, 1L << Math.min(idle, 6)));
      case ACKNOWLEDGED -> idle <= 0 && finishedByReport(command) ? now : now.plus(BETWEEN_POLLS);
      default -> command.nextTryAt().orElse(now);
    };
  }

  private static boolean finishedByReport(CommandRecord command) {
    return command.agentState().filter(state -> end(state).isPresent()).isPresent();
  }

  private void sleepUntil(Instant due) throws InterruptedException {
    Duration time = Duration.between(clock.instant(), due);
    if (time.isPositive()) {
      pause.sleep(time);
    }
  }

  private CommandOutcome notYet(CommandRecord command) {
    String sentence =
        switch (command.state()) {
          case ACKNOWLEDGED -> "the agent has it, and has not finished it";
          case SENT -> "the agent could not take it yet";
          default -> "outcome not known: nobody that can be believed has answered";
        };
    return new CommandOutcome.Unknown(command.state(), sentence);
  }

  /// One step.
  void step(AgentClient agent, CommandRecord command) {
    switch (command.state()) {
      case QUEUED -> send(agent, command, "");
      case SENT -> {
        if (command.nextTryAt().isPresent()) {
          send(agent, command, "again, after a refusal that was about the attempt");
        } else {
          change(command, CommandState.UNKNOWN, "sent by a program that is gone");
        }
      }
      case UNKNOWN -> ask(agent, command);
      case ACKNOWLEDGED -> poll(agent, command);
      default -> {}
    }
  }

  private void change(CommandRecord command, CommandState to, String note) {
    journal.move(command, CommandChange.to(to, note));
  }

  private void send(AgentClient agent, CommandRecord command, String note) {
    if (!journal.move(command, CommandChange.to(CommandState.SENT, note))) {
      return;
    }
    // From here on the disk says that it may have left.
    CommandRecord sent = journal.find(command.id()).orElseThrow();
    switch (agent.send(sent.id(), sent.instance(), sent.body())) {
      case Reply.Told<AgentClient.Stated>(AgentClient.Stated stated, String _) -> {
        if (isOf(stated, sent)) {
          acknowledge(sent, stated);
        } else {
          change(sent, CommandState.UNKNOWN, "the answer is about another command");
        }
      }
      case Reply.Refused<AgentClient.Stated>(Problem problem, String _) -> refused(sent, problem);
      case Reply.Stranger<AgentClient.Stated>(String reason) ->
          journal.move(
              sent,
              CommandChange.to(CommandState.UNKNOWN, "an answer that is not the agent's")
                  .withProblem(reason));
      case Reply.NoAnswer<AgentClient.Stated>(String reason) ->
          change(sent, CommandState.UNKNOWN, reason);
    }
  }

  private static boolean isOf(AgentClient.Stated stated, CommandRecord command) {
    String body = stated.report().bodySha256();
    return stated.report().id().equals(command.id())
        && (body.isEmpty() || body.equals(command.bodySha256()));
  }

  private void acknowledge(CommandRecord command, AgentClient.Stated stated) {
    journal.move(
        command,
        CommandChange.to(CommandState.ACKNOWLEDGED, "")
            .withReport(stated.report().state(), stated.json()));
  }

  private void refused(CommandRecord sent, Problem problem) {
    boolean attempt =
        problem.aboutTheClock()
            || problem.type().equals("replayed-nonce")
            || problem.status() == 429
            || problem.status() == 503;
    if (problem.status() == 500) {
      change(sent, CommandState.UNKNOWN, "an error inside the agent");
    } else if (attempt && sent.attempts() < MOST_REFUSALS) {
      long wait = Math.clamp(problem.retryAfter().orElse(1), 1, MOST_BACK_OFF);
      journal.move(
          sent,
          CommandChange.to(CommandState.SENT, problem.type())
              .withProblem(problem.type())
              .tryAgainAt(clock.instant().plusSeconds(wait)));
    } else {
      reject(sent, problem.type(), problem.sentence());
    }
  }

  private void reject(CommandRecord command, String problem, String note) {
    journal.move(command, CommandChange.to(CommandState.REJECTED, note).withProblem(problem));
  }

  private void ask(AgentClient agent, CommandRecord command) {
    switch (agent.command(command.id())) {
      case Reply.Told<AgentClient.Stated>(AgentClient.Stated stated, String _) -> {
        if (isOf(stated, command)) {
          acknowledge(command, stated);
        } else {
          reject(command, "command-id-conflict", "the agent has another command of this id");
        }
      }
      case Reply.Refused<AgentClient.Stated>(Problem problem, String instance) -> {
        if (problem.type().equals("unknown-command")) {
          neverCame(agent, command, instance);
        }
      }
      case Reply.Stranger<AgentClient.Stated> _, Reply.NoAnswer<AgentClient.Stated> _ -> {}
    }
  }

  private void neverCame(AgentClient agent, CommandRecord command, String instance) {
    if (!instance.equals(command.instance())) {
      reject(command, "instance-changed", "the agent was started anew before it accepted this");
    } else if (command.ackedAt().isEmpty()) {
      long resent =
          journal.events(command.id()).stream()
              .filter(event -> event.to() == CommandState.SENT)
              .filter(event -> event.from().equals(Optional.of(CommandState.UNKNOWN)))
              .count();
      if (resent < MOST_RESENDS) {
        send(agent, command, "again: the agent has signed that it never came");
      } else {
        change(command, CommandState.FAILED, "not delivered");
      }
    }
  }

  private void poll(AgentClient agent, CommandRecord command) {
    switch (agent.command(command.id())) {
      case Reply.Told<AgentClient.Stated>(AgentClient.Stated stated, String _) -> {
        if (!isOf(stated, command)) {
          change(command, CommandState.UNKNOWN, "the answer is about another command");
          return;
        }
        Optional<CommandState> end = end(stated.report().state());
        end.ifPresent(state ->
            journal.move(
                command,
                CommandChange.to(state, "").withReport(stated.report().state(), stated.json())));
      }
      case Reply.Refused<AgentClient.Stated>(Problem problem, String instance) -> {
        if (problem.type().equals("unknown-command")) {
          if (instance.equals(command.instance())) {
            change(command, CommandState.UNKNOWN, "the agent no longer knows what it accepted");
          } else {
            reject(command, "instance-changed", "the agent was started anew and has lost it");
          }
        }
      }
      case Reply.Stranger<AgentClient.Stated>(String reason) ->
          change(command, CommandState.UNKNOWN, "an answer that is not the agent's: " + reason);
      case Reply.NoAnswer<AgentClient.Stated>(String reason) ->
          change(command, CommandState.UNKNOWN, reason);
    }
  }

  private static Optional<CommandState> end(String agentState) {
    return switch (agentState) {
      case "done" -> Optional.of(CommandState.DONE);
      case "partial" -> Optional.of(CommandState.PARTIAL);
      case "failed", "void" -> Optional.of(CommandState.FAILED);
      default -> Optional.empty();
    };
  }
}
