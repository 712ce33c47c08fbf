-- Which changes a tender can go through; the only place that knows. Money that arrives is taken whatever we had thought of
-- the tender, so failed and void are no end; refunded is. refund_due becomes paid again when only a part had to go back.
create or replace function app.may_change_payment(p_from text, p_to text) returns boolean
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return p_to = any (case p_from
    when 'due' then array['paid', 'void']
    when 'pending' then array['paid', 'failed', 'void', 'refund_due']
    when 'failed' then array['pending', 'paid', 'void', 'refund_due']
    when 'void' then array['paid', 'refund_due']
    when 'paid' then array['refund_due', 'refunded']
    when 'refund_due' then array['refunded', 'paid']
    else array[]::text[]
  end);
end
$$;
