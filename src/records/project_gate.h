/* project_gate.h -- names of the fields and states of a gate of a project. */
#ifndef RECORDS_PROJECT_GATE_H
#define RECORDS_PROJECT_GATE_H

#include "model/record.h"

enum project_gate_field {
	GAT_TITLE, GAT_PROJECT, GAT_STAGE, GAT_CHECKLIST, GAT_SECURITY, GAT_PRIVACY,
	GAT_FILE, GAT_PASSED_BY, GAT_PASSED_ON, GAT__COUNT
};
enum project_gate_state { GAT_IS_OPEN, GAT_IS_PASSED, GAT_IS_WAIVED, GAT_IS__COUNT };
enum project_gate_right { GAT_MAY_WRITE, GAT_MAY_PASS, GAT_MAY__COUNT };

extern const struct record_type project_gate_type;

#endif
