package org.capgate.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.dynamics.OdeSystem;
import org.capgate.exposure.Exposure;
import org.capgate.model.Genotype;
import org.capgate.model.Parameter;
import org.capgate.model.Readout;
import org.capgate.scenario.Laboratory;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Variation;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.Administration;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.SubjectCompounds;

/**
 * Subjects of a population with their equations: plausible at rest, and ready to be treated. Every
 * subject follows from (population, model, seed, number) alone. Immutable.
 */
public final class Cohort {
  private static final String NMDA_SELECTIVITY = "cells/nmdaSelectivity";

  private final Population population;
  private final long seed;
  private final Variation variation;
  private final int[] ofEquations; // indices among what varies
  private final int[] ofCompounds; // indices among what varies
  private final SubjectCompounds subjectCompounds;
  private final int selectivity; // index among what varies; negative: none
  private final CompoundCatalogue compounds;
  private final Scenario subject;

  /**
   * A cohort.
   *
   * @param subject model, mechanisms and compounds; its species is that of the population
   * @param regimens all that will be given
   */
  public Cohort(Population population, Scenario subject, long seed, List<Regimen> regimens) {
    if (subject.species() != population.species()) {
      throw new IllegalArgumentException(
          "population '%s' is of species %s, the scenario of %s"
              .formatted(population.name(), population.species().word(), subject.species().word()));
    }
    this.population = population;
    this.subject = subject;
    this.seed = seed;
    Laboratory laboratory = subject.laboratory();
    compounds = laboratory.compounds().given(population.species(), regimens);
    List<String> equations = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Map<String, Integer> numbers = new LinkedHashMap<>(); // index among what varies, by path
    int ofCells = -1;
    for (int i = 0; i < population.varied().size(); i++) {
      String name = population.varied().get(i).name();
      if (name.equals(NMDA_SELECTIVITY)) {
        ofCells = i;
      } else if (name.contains("/")) {
        addWithTied(name, i, numbers);
      } else if (!name.equals(Population.BODY_WEIGHT) && !name.equals(Population.STRESS)) {
        equations.add(name);
        places.add(i);
      }
    }
    selectivity = ofCells;
    ofCompounds = numbers.values().stream().mapToInt(Integer::intValue).toArray();
    subjectCompounds = new SubjectCompounds(compounds, List.copyOf(numbers.keySet()));
    ofEquations = places.stream().mapToInt(Integer::intValue).toArray();
    variation = new Variation(laboratory, equations);
  }

  /** A number of a compound and those that are said to be the same, as far as they are given. */
  private void addWithTied(String path, int index, Map<String, Integer> numbers) {
    if (compounds.numbersByPath().containsKey(path)) {
      numbers.put(path, index);
    }
    for (Parameter parameter : subject.parameters().parameters()) {
      if (parameter.tiedTo().equals(path)
          && compounds.numbersByPath().containsKey(parameter.name())) {
        numbers.putIfAbsent(parameter.name(), index);
      }
    }
  }

  /** Whom it is drawn from. */
  public Population population() {
    return population;
  }

  /** Seed of everything drawn. */
  public long seed() {
    return seed;
  }

  /**
   * The subject of a number: the first candidate that is plausible at rest.
   *
   * @throws ImplausibleException when there is none
   */
  public Member member(long number) {
    return member(number, member -> true);
  }

  /** Says whether a candidate is taken. */
  @FunctionalInterface
  public interface Entry {
    /** Whether it may enter. */
    boolean admits(Member candidate);
  }

  /** As {@link #member(long)}, also admitted to a trial. */
  public Member member(long number, Entry entry) {
    Candidates candidates = population.candidates(seed, number);
    for (int resting = 0; resting < Candidates.MOST_ATTEMPTS; resting++) {
      Optional<Member> member = atRest(candidates.next());
      if (member.isPresent() && entry.admits(member.get())) {
        return member.get();
      }
    }
    throw new ImplausibleException(
        "none of %s candidates for subject %s of '%s' rests in its plausible range and is admitted"
            .formatted(Candidates.MOST_ATTEMPTS, number, population.name()));
  }

  /** A candidate at rest; empty where it has no rest, or rests out of its plausible range. */
  public Optional<Member> atRest(Subject candidate) {
    try {
      double[] values = new double[ofEquations.length];
      Arrays.setAll(values, i -> candidate.value(ofEquations[i]));
      Variation.Varied varied = variation.subject(values);
      Variation.Settled settled = varied.settled(subject.genotype(), candidate.chronicStress());
      for (Limits limits : population.plausible()) {
        if (!limits.contain(settled.valueOf(Readout.named(limits.readout())))) {
          return Optional.empty();
        }
      }
      return Optional.of(new Member(candidate, varied, settled));
    } catch (SteadyStateException restless) {
      return Optional.empty();
    }
  }

  /** A subject at rest. Belongs to one thread. */
  public final class Member {
    private final Subject drawn;
    private final Variation.Varied varied;
    private final Variation.Settled settled;

    private Member(Subject drawn, Variation.Varied varied, Variation.Settled settled) {
      this.drawn = drawn;
      this.varied = varied;
      this.settled = settled;
    }

    /** Its values. */
    public Subject subject() {
      return drawn;
    }

    /** A readout at rest, of the genotype of the cohort. */
    public double baseline(Readout readout) {
      return settled.valueOf(readout);
    }

    /**
     * The subject from its rest on, with a genotype, under a treatment.
     *
     * @throws SteadyStateException where it does not settle with that genotype
     */
    public OdeSystem under(Genotype genotype, Regimen regimen) {
      Variation.Settled resting =
          genotype.equals(subject.genotype())
              ? settled
              : varied.settled(genotype, drawn.chronicStress());
      return resting.under(exposure(regimen));
    }

    private Exposure exposure(Regimen regimen) {
      Regimen own = forWeight(regimen);
      if (ofCompounds.length == 0 && selectivity < 0) {
        return Exposure.of(own, population.species(), Preparation.IN_VIVO, compounds);
      }
      double[] numbers = new double[ofCompounds.length];
      Arrays.setAll(numbers, i -> drawn.value(ofCompounds[i]));
      return Exposure.ofOne(
          own,
          population.species(),
          Preparation.IN_VIVO,
          subjectCompounds.of(numbers, selectivity < 0 ? Double.NaN : drawn.value(selectivity)));
    }

    /** Doses per subject become larger per kilogram in a light one. */
    private Regimen forWeight(Regimen regimen) {
      double relative = population.species().bodyWeightKilograms() / drawn.bodyWeightKilograms();
      if (relative == 1 || regimen.administrations().stream().noneMatch(Member::isPerSubject)) {
        return regimen;
      }
      List<Administration> own = new ArrayList<>();
      for (Administration given : regimen.administrations()) {
        own.add(isPerSubject(given) ? scaled((Dose) given, relative) : given);
      }
      return Regimen.of(own);
    }

    private static boolean isPerSubject(Administration given) {
      return given instanceof Dose dose
          && (dose.unit() == AmountUnit.MG || dose.unit() == AmountUnit.NMOL);
    }

    private static Dose scaled(Dose dose, double factor) {
      return new Dose(
          dose.compound(),
          factor * dose.amount(),
          dose.unit(),
          dose.route(),
          dose.startHours(),
          dose.durationHours(),
          dose.intervalHours(),
          dose.repeatDays());
    }
  }
}
