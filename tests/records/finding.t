# In the auditor's form, answered, followed up, closed when everything is done.
cast  ida  "Ida Tran"      audit-lead
cast  dana "Dana Whitford" executive
cast  sol  "Sol Lindqvist" system-owner

ida   ! create finding "Plan lacks elements" source=internal_audit   condition is empty
ida   create finding "Plan lacks elements" source=internal_audit condition="No backup process." owner="Sol Lindqvist"
ida   ! issue                                                 criteria is empty, effect is empty, issued_on is empty
ida   change criteria="IS.009 6.5.2.5" effect="Data may be lost."
ida   ! issue issued_on=2026-03-09                            issued_on lies in the future
ida   issue issued_on=2026-03-02 severity=high
dana  answer response="We agree." responded_on=2026-03-02
ida   create recommendation "Write the backup process" finding=FND-1
ida   reply FND-1 reply="Noted."
ida   ! close                                                 is empty, recommendations are still open
ida   ! close reason="done"                                   recommendations are still open
dana  reject REC-1 response="Another plan has it." reason="duplicate"
ida   create corrective_action "Write it" finding=FND-1
ida   ! close FND-1 reason="done"                             corrective actions are still open
ida   withdraw COR-1
ida   close FND-1 reason="shown in the other plan"
ida   see state=closed closed_on=2026-03-02
ida   create finding "Old contacts" source=internal_audit condition="Contacts are old." criteria="6.5.2.1" effect="Nobody answers."
ida   issue issued_on=2026-03-02
dana  answer response="Yes." responded_on=2026-03-02
ida   follow_up
ida   see state=followed_up
